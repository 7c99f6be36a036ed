package org.trialseal.core.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.seal.Statement;

/**
 * The ledger as of the package's seal.
 *
 * @param seal number of the package's seal
 * @param statement its statement, unless damaged
 * @param seals all seals up to it whose statements could be read, ascending
 */
public record LedgerSummary(long seal, Optional<Statement> statement, List<Line> seals) {
    public LedgerSummary {
        seals = List.copyOf(seals);
    }

    /**
     * One seal, by its statement's own words.
     *
     * @param seal its number
     * @param claimedTime by the sealing computer's clock
     * @param supersedes an earlier seal that it says is wrong
     */
    public record Line(long seal, String milestone, String title, Instant claimedTime, OptionalLong supersedes) {}
}
