package org.trialseal.importers.csv;

import org.trialseal.core.digest.MalformedException;

/** What a scan refuses, in words that name the line and say what to do. No value of the file is quoted. */
final class Refusals {
    private final String file;

    Refusals(String file) {
        this.file = file;
    }

    MalformedException ragged(long line, long offset, int fields, int columns) {
        return refusal(
                line,
                offset,
                fields + (fields == 1 ? " field" : " fields") + " where the header has " + columns
                        + "; mend this line (a delimiter too many or too few, or a missing quote), or name the right"
                        + " delimiter with the option delimiter");
    }

    MalformedException textAfterQuote(long line, long offset, int field) {
        return refusal(
                line,
                offset,
                "text follows a closing quote in field " + field
                        + "; write a quote inside a quoted field twice, or set the option quote to none if quotes have"
                        + " no meaning in this file");
    }

    MalformedException unclosedQuote(long line, long offset, int field) {
        return refusal(
                line,
                offset,
                "the quote that opens field " + field + " here is never closed; close it, or set the option quote to"
                        + " none if quotes have no meaning in this file");
    }

    MalformedException tooLong(long line, long offset, int limit, String where) {
        return refusal(
                line,
                offset,
                "this record is longer than " + (limit >> 20) + " MiB; look for a quote that is never closed" + where);
    }

    MalformedException notUtf8(long line, long offset, boolean surrogate, boolean afterUtf8) {
        return new NotUtf8Exception(file, offset, line, surrogate, afterUtf8);
    }

    private MalformedException refusal(long line, long offset, String reason) {
        return new MalformedException(file, offset, "line " + line + ": " + reason);
    }
}
