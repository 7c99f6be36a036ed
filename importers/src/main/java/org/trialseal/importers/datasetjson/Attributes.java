package org.trialseal.importers.datasetjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** Collects the attributes of the outermost object, all but its rows, as one JSON object without them. */
final class Attributes {
    /** Most bytes of all attributes together. */
    static final int MAX_LENGTH = 1 << 24;

    /** The attribute that holds the data. */
    static final String ROWS = "\"rows\"";

    private final JsonText text;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private boolean any;

    Attributes(JsonText text) {
        this.text = text;
        collected.write('{');
    }

    /** What is found next. */
    enum End {
        /** The opening bracket of the rows has been read. */
        ROWS,
        /** The closing brace of the object has been read. */
        OBJECT
    }

    /** Reads the opening brace. */
    void begin() throws IOException, MalformedException {
        text.skipByteOrderMark();
        if (text.peekToken() != '{') {
            throw text.malformed(DataFault.JSON_OTHER);
        }
        text.next();
    }

    /** Reads attributes up to the rows or the end of the object. */
    End read() throws IOException, MalformedException {
        Part what = Part.ATTRIBUTES;
        if (text.peekToken() == '}') {
            text.next();
            return End.OBJECT;
        }
        while (true) {
            byte[] name = string(what);
            text.expect(':', what);
            if (new String(name, java.nio.charset.StandardCharsets.UTF_8).equals(ROWS)) {
                text.expect('[', Part.ROWS_ATTRIBUTE);
                return End.ROWS;
            }
            add(name);
            if (isLast(what)) {
                return End.OBJECT;
            }
        }
    }

    /** Goes on behind the closing bracket of the rows; returns whether the object ends here. */
    boolean isLast(Part what) throws IOException, MalformedException {
        if (text.peekToken() == '}') {
            text.next();
            return true;
        }
        text.expect(',', what);
        return false;
    }

    /** The attributes so far, as an object. */
    byte[] toJson() {
        byte[] open = collected.toByteArray();
        byte[] json = java.util.Arrays.copyOf(open, open.length + 1);
        json[open.length] = '}';
        return json;
    }

    private void add(byte[] name) throws IOException, MalformedException {
        if (any) {
            collected.write(',');
        }
        any = true;
        collected.writeBytes(name);
        collected.write(':');
        value();
    }

    private byte[] string(Part what) throws IOException, MalformedException {
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        text.expect('"', what);
        string.write('"');
        copyString(string);
        return string.toByteArray();
    }

    private void copyString(ByteArrayOutputStream target) throws IOException, MalformedException {
        int value = text.next();
        while (value != '"') {
            write(target, value);
            if (value == '\\') {
                write(target, text.next());
            }
            value = text.next();
        }
        target.write('"');
    }

    private void write(ByteArrayOutputStream target, int value) throws MalformedException {
        if (value < 0) {
            throw text.malformed(DataFault.CUT_OFF, Part.ATTRIBUTES.of());
        }
        if (collected.size() + target.size() > 2 * MAX_LENGTH) {
            throw text.malformed(DataFault.ATTRIBUTES_LONG, MAX_LENGTH >> 20);
        }
        target.write(value);
    }

    /** Copies a value, whatever it is, up to the comma or brace behind it. */
    private void value() throws IOException, MalformedException {
        int depth = 0;
        for (int value = text.peek(); depth > 0 || value != ',' && value != '}'; value = text.peek()) {
            write(collected, value);
            text.next();
            if (value == '"') {
                copyString(collected);
            }
            depth += value == '{' || value == '[' ? 1 : value == '}' || value == ']' ? -1 : 0;
        }
    }
}
