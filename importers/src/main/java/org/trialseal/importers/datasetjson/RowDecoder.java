package org.trialseal.importers.datasetjson;

import java.util.Arrays;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.importers.fault.DataFault;

/**
 * Turns rows into cells, strictly by RFC 8259: a string is text, a number or {@code true} or {@code false} a token by
 * its text, {@code null} is missing. Not safe for use by several threads at once.
 */
final class RowDecoder {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final JsonText text;
    private final Rows rows;
    private final int columns;
    private final byte[] bytes;
    private final RowBatch batch;
    private byte[] scratch = new byte[1 << 8];
    private int row;
    private int at;

    /** @param text for messages only */
    RowDecoder(JsonText text, Rows rows, int columns) {
        this.text = text;
        this.rows = rows;
        this.columns = columns;
        this.bytes = rows.bytes();
        this.batch = new RowBatch(columns, Math.max(1, rows.count()), rows.to());
    }

    /** @throws MalformedException when a row is no valid JSON, or has not one value for each column */
    RowBatch decode() throws MalformedException {
        for (row = 0; row < rows.count(); row++) {
            at = rows.start(row) + 1;
            int cells = 0;
            skipWhite();
            while (bytes[at] != ']') {
                if (cells > 0) {
                    require(bytes[at] == ',', DataFault.ROW_NO_COMMA);
                    at++;
                    skipWhite();
                }
                if (cells < columns) {
                    value();
                    skipWhite();
                }
                cells++;
                require(cells <= columns, DataFault.ROW_MORE);
            }
            if (cells < columns) {
                throw text.malformedAt(rows.offset(at), DataFault.ROW_FEWER, rows.number(row), cells, columns);
            }
        }
        return batch;
    }

    private void skipWhite() {
        while (JsonText.isWhite(bytes[at])) {
            at++;
        }
    }

    private void value() throws MalformedException {
        switch (bytes[at]) {
            case '"':
                string();
                break;
            case 'n':
                literal(NULL, CellType.MISSING);
                break;
            case 't':
                literal(TRUE, CellType.TOKEN);
                break;
            case 'f':
                literal(FALSE, CellType.TOKEN);
                break;
            default:
                number();
                break;
        }
    }

    private void literal(byte[] word, CellType type) throws MalformedException {
        int end = Math.min(at + word.length, rows.to());
        require(Arrays.equals(bytes, at, end, word, 0, word.length), DataFault.VALUE_NOT_JSON);
        batch.add(type, word, 0, word.length);
        at += word.length;
    }

    private void number() throws MalformedException {
        int start = at;
        if (bytes[at] == '-') {
            at++;
        }
        int whole = at;
        digits();
        boolean valid = at > whole && (bytes[whole] != '0' || at == whole + 1);
        if (bytes[at] == '.') {
            int point = ++at;
            digits();
            valid &= at > point;
        }
        if (bytes[at] == 'e' || bytes[at] == 'E') {
            at++;
            at += bytes[at] == '+' || bytes[at] == '-' ? 1 : 0;
            int exponent = at;
            digits();
            valid &= at > exponent;
        }
        require(valid, DataFault.VALUE_NOT_JSON);
        batch.add(CellType.TOKEN, bytes, start, at - start);
    }

    private void digits() {
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
    }

    private void string() throws MalformedException {
        int start = ++at;
        int all = 0;
        while (bytes[at] != '"' && bytes[at] != '\\') {
            require(bytes[at] < 0 || bytes[at] >= ' ', DataFault.STRING_CONTROL);
            all |= bytes[at];
            at++;
        }
        if (all < 0) {
            requireUtf8(start, at);
        }
        if (bytes[at] == '"') {
            batch.add(CellType.TEXT, bytes, start, at - start);
            at++;
        } else {
            escaped(start);
        }
    }

    private void requireUtf8(int from, int to) throws MalformedException {
        require(StrictUtf8.isValid(bytes, from, to), DataFault.STRING_NOT_UTF_8);
    }

    /** Decodes a string whose first escape stands here. */
    private void escaped(int start) throws MalformedException {
        int length = 0;
        int from = start;
        while (bytes[at] != '"') {
            if (bytes[at] == '\\') {
                length = append(length, from, at);
                length = escape(length);
                from = at;
            } else {
                require(bytes[at] < 0 || bytes[at] >= ' ', DataFault.STRING_CONTROL);
                at++;
            }
        }
        length = append(length, from, at);
        require(StrictUtf8.isValid(scratch, 0, length), DataFault.STRING_NOT_UNICODE);
        batch.add(CellType.TEXT, scratch, 0, length);
        at++;
    }

    private int append(int length, int from, int to) {
        room(length + to - from);
        System.arraycopy(bytes, from, scratch, length, to - from);
        return length + to - from;
    }

    private void room(int length) {
        if (length > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(length, 2 * scratch.length));
        }
    }

    private int escape(int length) throws MalformedException {
        int simple = "\"\\/bfnrt".indexOf(bytes[at + 1]);
        if (simple >= 0) {
            at += 2;
            return appendCharacter(length, "\"\\/\b\f\n\r\t".charAt(simple));
        }
        require(bytes[at + 1] == 'u', DataFault.STRING_ESCAPE);
        int unit = unit();
        if (Character.isHighSurrogate((char) unit)) {
            require(bytes[at] == '\\' && bytes[at + 1] == 'u', DataFault.STRING_HALF);
            int low = unit();
            require(Character.isLowSurrogate((char) low), DataFault.STRING_HALF);
            return appendCharacter(length, Character.toCodePoint((char) unit, (char) low));
        }
        require(!Character.isLowSurrogate((char) unit), DataFault.STRING_HALF);
        return appendCharacter(length, unit);
    }

    /** Reads an escape of four hexadecimal digits. */
    private int unit() throws MalformedException {
        int value = 0;
        for (int i = 2; i < 6; i++) {
            int digit = Character.digit(bytes[at + i], 16);
            require(digit >= 0 && bytes[at + i] > 0, DataFault.STRING_ESCAPE);
            value = value << 4 | digit;
        }
        at += 6;
        return value;
    }

    private int appendCharacter(int length, int character) {
        byte[] encoded = StrictUtf8.encode(character);
        room(length + encoded.length);
        System.arraycopy(encoded, 0, scratch, length, encoded.length);
        return length + encoded.length;
    }

    private void require(boolean holds, DataFault fault) throws MalformedException {
        if (!holds) {
            throw text.malformedAt(rows.offset(at), fault, rows.number(row));
        }
    }
}
