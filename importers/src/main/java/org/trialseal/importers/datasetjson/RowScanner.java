package org.trialseal.importers.datasetjson;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/**
 * Finds whole rows, in file order: the arrays of the attribute {@code rows}, divided by commas, or lines of one array
 * each. Looks at brackets and quotes only; whether a row is valid JSON is for {@link RowDecoder} to say.
 */
final class RowScanner {
    /** Longest row in bytes. */
    static final int MAX_ROW = 1 << 26;

    /** Most rows handed out at a time. */
    static final int MAX_ROWS = 1 << 14;

    private final JsonText text;
    private final boolean lines;
    private final int target;
    private byte[] buffer;
    private int used;
    private int at;
    private int[] starts = new int[1 << 10];
    private boolean ended;
    private boolean finished;
    private boolean mustSeparate;
    private boolean separated;
    private long rows;

    /**
     * @param lines whether each row is a line, and the end of the text ends them; else a closing bracket does
     * @param target how many bytes to hand out at a time, roughly; at least 1
     */
    RowScanner(JsonText text, boolean lines, int target) {
        this.text = text;
        this.lines = lines;
        this.target = Math.max(target, 1 << 8);
        this.mustSeparate = lines;
        this.buffer = new byte[this.target];
    }

    /** Number of rows handed out so far. */
    long count() {
        return rows;
    }

    /** The next rows; empty behind the last one. */
    Optional<Rows> next() throws IOException, MalformedException {
        while (!finished) {
            int count = scan();
            if (count > 0) {
                return Optional.of(handOver(count));
            }
            if (!finished) {
                read();
            }
        }
        return Optional.empty();
    }

    private void read() throws IOException, MalformedException {
        if (ended) {
            throw error(DataFault.CUT_OFF, Part.ROW.of(rows + 1));
        }
        System.arraycopy(buffer, at, buffer, 0, used - at);
        used -= at;
        at = 0;
        if (used == buffer.length) {
            if (used >= MAX_ROW) {
                throw error(DataFault.ROW_LONG, rows + 1, MAX_ROW >> 20);
            }
            buffer = Arrays.copyOf(buffer, Math.min(2 * used, MAX_ROW));
        }
        int got = text.read(buffer, used, buffer.length - used);
        ended = got < buffer.length - used;
        used += got;
    }

    /** Finds rows in the buffer; returns how many. */
    private int scan() throws MalformedException {
        int count = 0;
        while (count < MAX_ROWS && !finished && skipToRow()) {
            int end = endOfRow(at + 1);
            if (end < 0) {
                break;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = at;
            at = end + 1;
            mustSeparate = true;
            separated = false;
        }
        return count;
    }

    /** Moves to the opening bracket of the next row; false when it is not in the buffer, or there is none. */
    private boolean skipToRow() throws MalformedException {
        while (at < used && isBetween(buffer[at])) {
            at++;
        }
        if (at == used) {
            finished = ended && lines;
            return false;
        }
        if (buffer[at] == '[' && !mustSeparate) {
            return true;
        }
        if (buffer[at] == ']' && !lines && !separated) {
            finished = true;
            text.unread(buffer, at, used);
            return false;
        }
        throw error(lines ? DataFault.ROW_LINE : DataFault.ROW_COMMA, rows);
    }

    private boolean isBetween(byte value) {
        if (value == (lines ? '\n' : ',') && mustSeparate) {
            mustSeparate = false;
            separated = true;
            return true;
        }
        return JsonText.isWhite(value);
    }

    /** Offset of the bracket that closes the row, or -1 when it is not in the buffer. */
    private int endOfRow(int from) throws MalformedException {
        byte[] bytes = buffer;
        boolean quoted = false;
        for (int i = from; i < used; i++) {
            byte value = bytes[i];
            if (quoted) {
                if (value == '\\') {
                    i++;
                } else if (value == '"') {
                    quoted = false;
                }
            } else if (value == '"') {
                quoted = true;
            } else if (value == ']') {
                return i;
            } else if (value == '[' || value == '{') {
                throw text.malformedAt(text.offset() - used + i, DataFault.ROW_NESTED, rows + 1);
            }
        }
        return -1;
    }

    private MalformedException error(DataFault fault, Object... values) {
        return text.malformedAt(text.offset() - used + at, fault, values);
    }

    private Rows handOver(int count) {
        byte[] whole = buffer;
        int held = finished ? at : used;
        long base = finished ? text.offset() - at : text.offset() - used;
        Rows found = new Rows(whole, at, starts, count, rows + 1, base);
        buffer = new byte[Math.max(target, held - at + 1)];
        System.arraycopy(whole, at, buffer, 0, held - at);
        used = held - at;
        at = 0;
        starts = new int[Math.max(1 << 10, count)];
        rows += count;
        return found;
    }
}
