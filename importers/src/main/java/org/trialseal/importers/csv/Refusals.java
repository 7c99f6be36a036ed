package org.trialseal.importers.csv;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** What a scan refuses, in words that name the line and say what to do. No value of the file is quoted. */
final class Refusals {
    private final String file;

    Refusals(String file) {
        this.file = file;
    }

    MalformedException ragged(long line, long offset, int fields, int columns) {
        return (fields == 1 ? DataFault.RAGGED_ONE : DataFault.RAGGED).at(file, offset, line, columns, fields);
    }

    MalformedException textAfterQuote(long line, long offset, int field) {
        return DataFault.TEXT_AFTER_QUOTE.at(file, offset, line, field);
    }

    MalformedException unclosedQuote(long line, long offset, int field) {
        return DataFault.QUOTE_OPEN.at(file, offset, line, field);
    }

    MalformedException tooLong(long line, long offset, int limit) {
        return DataFault.LONG_RECORD.at(file, offset, line, limit >> 20);
    }

    MalformedException tooLongQuoted(long line, long offset, int limit, long quoteLine) {
        return DataFault.LONG_RECORD_QUOTE.at(file, offset, line, limit >> 20, quoteLine);
    }

    MalformedException notUtf8(long line, long offset, boolean surrogate, boolean afterUtf8) {
        return new NotUtf8Exception(file, offset, line, surrogate, afterUtf8);
    }
}
