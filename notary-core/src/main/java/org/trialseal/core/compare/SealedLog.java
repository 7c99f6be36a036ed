package org.trialseal.core.compare;

import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.LogOrder;

/** A sealed event log beside one later export: judges the rows of the export, each in a batch of its own. */
interface SealedLog {
    /** Number of records. */
    long records();

    /** The order in which its exports list the records. */
    LogOrder order();

    /** Subject and key columns. */
    List<String> keyColumns();

    /** Whether a row is the sealed record at {@code index}, and says nothing that the record could not. */
    boolean isSame(RowBatch row, long index) throws IOException, MalformedException;

    /** Says how a row differs from a sealed record that it is not. */
    Judgement judge(RowBatch row, long index) throws IOException;

    /** What became of a sealed record that stands beside another row. */
    sealed interface Judgement {
        /** The row says something else in these columns of the later export; in unknown ones when there are none. */
        record Changed(List<Integer> columns) implements Judgement {}

        /** The secret that opens the record is not at hand. */
        record Unseen() implements Judgement {}
    }
}
