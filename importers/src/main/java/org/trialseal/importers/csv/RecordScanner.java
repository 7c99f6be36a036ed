package org.trialseal.importers.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;

/**
 * Finds whole records in UTF-8 text and refuses what is malformed, in file order. It follows the rules of Commons CSV: a
 * quote counts only at the start of a field, two inside a quoted field mean one, CR LF and LF and CR end a record. It is
 * stricter in one point: behind a closing quote only a delimiter or a line end may stand.
 *
 * <p>Blank lines are no records in text of several columns; in text of one column they are, each with an empty field.
 */
final class RecordScanner {
    /** Longest record in bytes. */
    static final int MAX_RECORD = 1 << 26;

    private static final int FIRST_STARTS = 1 << 10;

    private final Utf8Source source;
    private final int target;
    private final RecordMachine machine;
    private byte[] text;
    private int used;
    private boolean ended;

    /**
     * @param target how many bytes to hand out at a time, roughly; at least 1
     */
    RecordScanner(Utf8Source source, String file, CsvDialect dialect, int target) {
        this.source = source;
        this.target = Math.max(target, Utf8Source.MIN_READ);
        this.machine = new RecordMachine(file, dialect, FIRST_STARTS);
        this.text = new byte[this.target];
    }

    /** The first record that is not a blank line; the columns of all others are counted against it. */
    Optional<ScannedRecords> header() throws IOException, MalformedException {
        machine.expectHeader();
        Optional<ScannedRecords> header = next();
        machine.expectRecords();
        return header;
    }

    /** The next whole records, about as many bytes as asked for; empty at the end. */
    Optional<ScannedRecords> next() throws IOException, MalformedException {
        while (true) {
            machine.advance(text, used, ended);
            if (machine.isPaused() || ended || isFull()) {
                if (machine.records() > 0) {
                    return Optional.of(handOver());
                }
                if (ended) {
                    return Optional.empty();
                }
                dropBlankLines();
            }
            if (!ended) {
                read();
            }
        }
    }

    /** Number of blank lines passed over. */
    long blankLines() {
        return machine.blankLines();
    }

    private boolean isFull() {
        return text.length - used < Utf8Source.MIN_READ;
    }

    private void read() throws IOException, MalformedException {
        if (isFull()) {
            machine.requireShorterThan(MAX_RECORD, used);
            text = Arrays.copyOf(text, (int) Math.min(2L * text.length + Utf8Source.MIN_READ, MAX_RECORD + target));
        }
        int count = source.read(text, used, text.length - used);
        if (!machine.hasBase()) {
            machine.base(source.firstOffset());
        }
        if (count < 0) {
            ended = true;
        } else {
            used += count;
        }
    }

    private ScannedRecords handOver() {
        byte[] whole = text;
        int end = machine.end();
        int kept = used - end;
        text = new byte[Math.max(target, Math.min(kept + target, MAX_RECORD + target))];
        System.arraycopy(whole, end, text, 0, kept);
        used = kept;
        return machine.take(whole);
    }

    private void dropBlankLines() {
        int end = machine.end();
        System.arraycopy(text, end, text, 0, used - end);
        used -= end;
        machine.take(text);
    }
}
