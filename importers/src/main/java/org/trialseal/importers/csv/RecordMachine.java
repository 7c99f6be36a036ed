package org.trialseal.importers.csv;

import java.util.Arrays;
import java.util.BitSet;
import org.trialseal.core.digest.MalformedException;

/** The state of a scan: where the current record began, how many fields it has, and what may come next. */
final class RecordMachine {
    private static final int NO_BASE = -2;

    private enum State {
        FIELD_START,
        PLAIN_FIELD,
        QUOTED,
        AFTER_QUOTE
    }

    private final Refusals refusals;
    private final ByteKinds outside;
    private final ByteKinds inside;
    private final PlainRecord plain;
    private final int quote;
    private int[] starts;
    private BitSet quoted = new BitSet();
    private int records;
    private State state = State.FIELD_START;
    private int at;
    private int recordStart;
    private int end;
    private int fields = 1;
    private int columns;
    private boolean header;
    private boolean paused;
    private long line = 1;
    private long recordLine = 1;
    private long quoteLine;
    private long firstLine = 1;
    private long blankLines;
    private long base = NO_BASE;
    private boolean high;

    RecordMachine(String file, CsvDialect dialect, int firstStarts) {
        this.refusals = new Refusals(file);
        this.outside = ByteKinds.outside(dialect);
        this.inside = ByteKinds.inside(dialect);
        this.plain = new PlainRecord(dialect);
        this.quote = dialect.quote().map(c -> (int) c).orElse(-1);
        this.starts = new int[firstStarts];
    }

    /** From here on, stop behind the first record. */
    void expectHeader() {
        header = true;
    }

    /** From here on, every record must have as many fields as the last one. */
    void expectRecords() {
        header = false;
    }

    boolean isPaused() {
        return paused;
    }

    boolean hasBase() {
        return base != NO_BASE;
    }

    void base(long offset) {
        base = offset;
    }

    /** Number of whole records scanned and not yet taken. */
    int records() {
        return records;
    }

    /** Offset behind the last whole record. */
    int end() {
        return end;
    }

    long blankLines() {
        return blankLines;
    }

    /**
     * Scans text[.., used) from where the last call stopped.
     *
     * @param last whether no more bytes follow
     */
    void advance(byte[] text, int used, boolean last) throws MalformedException {
        boolean more = !paused;
        while (more && at < used) {
            switch (state) {
                case FIELD_START:
                    if (at == recordStart && !header) {
                        passPlainRecords(text, used);
                    }
                    if (at < used) {
                        startField(text[at]);
                    }
                    break;
                case PLAIN_FIELD:
                    more = plainField(text, used, last);
                    break;
                case QUOTED:
                    more = quoted(text, used, last);
                    break;
                default:
                    more = afterQuote(text, used, last);
                    break;
            }
        }
        if (last && more && at == used) {
            finish(used);
        }
    }

    /** A blank line is not passed: it may be no record. */
    private void passPlainRecords(byte[] text, int used) throws MalformedException {
        int lineFeed = plain.end(text, at, used);
        while (lineFeed > at) {
            fields = plain.fields();
            at = lineFeed + 1;
            line++;
            recordEnd();
            lineFeed = plain.end(text, at, used);
        }
    }

    private void startField(byte first) {
        if (first == quote) {
            state = State.QUOTED;
            quoteLine = line;
            quoted.set(records);
            at++;
        } else {
            state = State.PLAIN_FIELD;
        }
    }

    /** Moves to the end of the field; false when the record ends a header or more bytes are needed. */
    private boolean plainField(byte[] text, int used, boolean last) throws MalformedException {
        at = outside.skipPlain(text, at, used);
        if (at == used) {
            return true;
        }
        switch (outside.of(text[at])) {
            case ByteKinds.DELIMITER:
                nextField();
                return true;
            case ByteKinds.HIGH:
                return character(text, used, last);
            default:
                return lineEnd(text, used, last);
        }
    }

    private boolean quoted(byte[] text, int used, boolean last) throws MalformedException {
        at = inside.skipPlain(text, at, used);
        if (at == used) {
            return true;
        }
        switch (inside.of(text[at])) {
            case ByteKinds.QUOTE:
                return quoteInside(text, used, last);
            case ByteKinds.HIGH:
                return character(text, used, last);
            default:
                return lineInside(text, used, last);
        }
    }

    private boolean quoteInside(byte[] text, int used, boolean last) {
        if (at + 1 == used && !last) {
            return false;
        }
        if (at + 1 < used && text[at + 1] == quote) {
            at += 2;
        } else {
            at++;
            state = State.AFTER_QUOTE;
        }
        return true;
    }

    private boolean lineInside(byte[] text, int used, boolean last) {
        int length = lineEndLength(text, used, last);
        at += length;
        line += length == 0 ? 0 : 1;
        return length > 0;
    }

    private boolean afterQuote(byte[] text, int used, boolean last) throws MalformedException {
        switch (outside.of(text[at])) {
            case ByteKinds.DELIMITER:
                nextField();
                return true;
            case ByteKinds.LF, ByteKinds.CR:
                return lineEnd(text, used, last);
            default:
                throw refusals.textAfterQuote(line, offset(at), fields);
        }
    }

    private void nextField() {
        fields++;
        at++;
        state = State.FIELD_START;
    }

    private boolean character(byte[] text, int used, boolean last) throws MalformedException {
        int length = Utf8.length(text, at, used);
        if (length == Utf8.INVALID || length == Utf8.INCOMPLETE && last) {
            throw refusals.notUtf8(line, offset(at), Utf8.isSurrogate(text, at, used), high);
        }
        high = true;
        at += length;
        return length > 0;
    }

    private boolean lineEnd(byte[] text, int used, boolean last) throws MalformedException {
        int length = lineEndLength(text, used, last);
        if (length == 0) {
            return false;
        }
        boolean blank = at == recordStart;
        at += length;
        line++;
        return blank && (columns != 1 || header) ? blankLine() : recordEnd();
    }

    /** 1 or 2, or 0 when a CR stands last and it is not known yet what follows. */
    private int lineEndLength(byte[] text, int used, boolean last) {
        if (text[at] == '\n') {
            return 1;
        }
        if (at + 1 < used) {
            return text[at + 1] == '\n' ? 2 : 1;
        }
        return last ? 1 : 0;
    }

    private boolean blankLine() {
        blankLines++;
        startRecord();
        return true;
    }

    private boolean recordEnd() throws MalformedException {
        requireShorterThan(RecordScanner.MAX_RECORD, at);
        if (header) {
            columns = fields;
            paused = true;
        } else if (fields != columns) {
            throw refusals.ragged(recordLine, offset(recordStart), fields, columns);
        }
        if (records == starts.length) {
            starts = Arrays.copyOf(starts, 2 * records);
        }
        if (records == 0) {
            firstLine = recordLine;
        }
        starts[records++] = recordStart;
        startRecord();
        return !paused;
    }

    private void startRecord() {
        recordStart = at;
        recordLine = line;
        end = at;
        fields = 1;
        state = State.FIELD_START;
    }

    /** The end of the text ends its last record, unless that has not begun. */
    private void finish(int used) throws MalformedException {
        if (state == State.QUOTED) {
            throw refusals.unclosedQuote(quoteLine, offset(recordStart), fields);
        }
        if (recordStart < used) {
            recordEnd();
        }
    }

    /** @throws MalformedException when the current record, of which text[.., upTo) is known, is longer than limit */
    void requireShorterThan(int limit, int upTo) throws MalformedException {
        if (upTo - recordStart > limit) {
            long start = offset(recordStart);
            throw state == State.QUOTED
                    ? refusals.tooLongQuoted(recordLine, start, limit, quoteLine)
                    : refusals.tooLong(recordLine, start, limit);
        }
    }

    private long offset(int position) {
        return base < 0 ? MalformedException.NO_OFFSET : base + position;
    }

    /** Hands over the whole records scanned so far; what follows them now stands at offset 0. */
    ScannedRecords take(byte[] text) {
        ScannedRecords taken = new ScannedRecords(text, 0, end, starts, quoted, records, columns, firstLine);
        boolean openQuoted = quoted.get(records);
        starts = new int[starts.length];
        quoted = new BitSet();
        quoted.set(0, openQuoted);
        records = 0;
        paused = false;
        at -= end;
        recordStart -= end;
        base += base < 0 ? 0 : end;
        end = 0;
        return taken;
    }
}
