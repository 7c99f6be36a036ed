package org.trialseal.core.seal;

/**
 * How the field commitments of a record are put into its leaf: up to 64 columns all in one run, above in runs of 64.
 *
 * @param columns number of columns
 * @param firstColumn 0 for records of datasets, whose column 0 is the position; 1 for those of event logs
 */
public record CommitmentRuns(int columns, int firstColumn) {
    /** The layout of a dataset's record. */
    public static CommitmentRuns ofDataset(int columns) {
        return new CommitmentRuns(columns, 0);
    }

    /** The layout of a record of an event log. */
    public static CommitmentRuns ofLog(int columns) {
        return new CommitmentRuns(columns, 1);
    }

    /** Number of runs; 1 for a flat record. */
    public int count() {
        return columns <= RecordHasher.RUN ? 1 : (columns - firstColumn) / RecordHasher.RUN + 1;
    }

    /** The first column of a run. */
    public int from(int run) {
        return firstColumn + run * RecordHasher.RUN;
    }

    /** The column after the last one of a run. */
    public int to(int run) {
        return count() == 1 ? columns + 1 : Math.min(from(run) + RecordHasher.RUN, columns + 1);
    }
}
