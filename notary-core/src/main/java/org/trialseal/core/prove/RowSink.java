package org.trialseal.core.prove;

import java.io.IOException;
import org.trialseal.core.record.RowBatch;

/** Takes the rows that a proof shows, in the order of the data. */
interface RowSink {
    /**
     * The next row.
     *
     * @param group its group's place among the subject entries; 0 in a log
     * @param index in its group, or in the log
     * @param position in the table, from 0; in a log its index
     */
    void add(long group, long index, long position, RowBatch batch, int row) throws IOException;
}
