package org.trialseal.importers.grouping;

/**
 * Reads hashes of some columns of records: equal cells of a column have equal hashes, different ones nearly always
 * different hashes.
 *
 * @param <P> some records as the format's reader hands them over
 */
public interface RecordHashes<P> {
    /** Moves to other records. */
    void over(P records);

    /**
     * Reads one record.
     *
     * @param record index in the records, from 0
     * @param hashes receives the hash of each wanted column, in their order
     */
    void read(int record, long[] hashes);
}
