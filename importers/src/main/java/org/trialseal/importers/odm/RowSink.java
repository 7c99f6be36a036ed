package org.trialseal.importers.odm;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;

/** Takes the records of an ODM file as they come, those of different tables in any mixture. */
interface RowSink {
    /**
     * A record of a table.
     *
     * @return its number in the table, from 0; any number where records are arranged otherwise
     */
    long row(TableKind kind, String table, Row row) throws IOException, MalformedException;
}
