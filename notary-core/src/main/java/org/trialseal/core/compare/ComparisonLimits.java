package org.trialseal.core.compare;

/**
 * How much a comparison may keep in memory and try.
 *
 * @param lookAhead records after the expected one among which a row is looked for
 * @param partition about how many unmatched sealed records are indexed at a time
 * @param trials records that are tried for one another because their keys are the same
 * @param loose rows, and sealed records, that are kept for the last pairing
 * @param pairs of such a row and such a record that are tried
 * @param strangers groups whose key is searched for among all secrets
 * @param groups that are kept in memory rather than on disk
 */
record ComparisonLimits(int lookAhead, int partition, long trials, int loose, long pairs, int strangers, int groups) {
    static ComparisonLimits standard() {
        return new ComparisonLimits(8, 16_384, 50_000_000, 2_000, 250_000, 200, 8_192);
    }
}
