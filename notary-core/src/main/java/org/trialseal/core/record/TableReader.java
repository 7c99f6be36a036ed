package org.trialseal.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;

/**
 * Reads the tables of one file, one after the other, each as a sequence of pieces in file order. One thread at a time
 * may ask for tables and pieces; pieces may be decoded on any thread, in any order.
 */
public interface TableReader extends Closeable {

    /** Moves to the next table, skipping what is left of the current one; empty at the end of the file. */
    Optional<Table> nextTable() throws IOException, MalformedException;

    /** The next piece of the current table; empty at its end. */
    Optional<Piece> nextPiece() throws IOException, MalformedException;

    /**
     * A table of the file.
     *
     * @param name the dataset's name, as the file gives it or else from the file's name
     */
    record Table(String name, Schema schema) {}

    /** Some whole records, not decoded yet. */
    interface Piece {
        /** Decodes the records. Errors name the file, the line or record, and what to do. */
        RowBatch decode() throws MalformedException;
    }
}
