package org.trialseal.importers.xport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** Reads one NAMESTR record, which describes a variable: 140 bytes, 136 when written on VMS, big-endian. */
final class Namestr {
    /** Usual length in bytes. */
    static final int LENGTH = 140;

    /** Length on VMS; the last bytes mean nothing and there are fewer of them. */
    static final int VMS_LENGTH = 136;

    private static final int NUMERIC = 1;
    private static final int CHARACTER = 2;
    private static final int MIN_NUMBER = 2;
    private static final int MAX_NUMBER = 8;
    private static final int NAME = 8;
    private static final int LABEL = 16;
    private static final int FORMAT = 56;
    private static final int INFORMAT = 72;
    private static final int POSITION = 84;
    private static final int LONG_NAME = 88;
    private static final int LONG_NAME_END = 120;

    private final String file;
    private final long start;
    private final Edition edition;
    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final int index;

    /**
     * @param start offset in the file
     * @param index number of the variable in the dataset, from 1
     */
    Namestr(String file, long start, Edition edition, int index, byte[] bytes) {
        this.file = file;
        this.start = start;
        this.edition = edition;
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes);
        this.index = index;
    }

    Variable variable() throws MalformedException {
        int type = numbers.getShort(0);
        if (type != NUMERIC && type != CHARACTER) {
            throw malformed(0, DataFault.VARIABLE_TYPE);
        }
        int length = numbers.getShort(4);
        if (length < 1 || type == NUMERIC && (length < MIN_NUMBER || length > MAX_NUMBER)) {
            throw malformed(4, type == NUMERIC ? DataFault.VARIABLE_NUMBER : DataFault.VARIABLE_LENGTH);
        }
        int offset = numbers.getInt(POSITION);
        if (offset < 0) {
            throw malformed(POSITION, DataFault.VARIABLE_POSITION);
        }
        return new Variable(name(), numbers.getShort(6), type == NUMERIC, offset, length, facts());
    }

    private String name() throws MalformedException {
        boolean isLong = edition == Edition.V8 && FixedText.end(bytes, LONG_NAME, LONG_NAME_END) > LONG_NAME;
        Optional<String> name = isLong
                ? FixedText.name(bytes, LONG_NAME, LONG_NAME_END, false)
                : FixedText.name(bytes, NAME, LABEL, true);
        return name.orElseThrow(() -> malformed(NAME, DataFault.VARIABLE_NAME));
    }

    private Map<String, String> facts() throws MalformedException {
        Map<String, String> facts = new TreeMap<>();
        addLabel(facts, Arrays.copyOfRange(bytes, LABEL, FORMAT));
        add(facts, Variable.FORMAT, format(FORMAT, FORMAT + 8));
        add(facts, Variable.INFORMAT, format(INFORMAT, INFORMAT + 8));
        return facts;
    }

    private static void add(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    /** Puts a label by its characters, in place of any other; one that is not UTF-8 by its bytes in hexadecimal. */
    static void addLabel(Map<String, String> facts, byte[] field) {
        int end = FixedText.end(field, 0, field.length);
        Optional<String> text = FixedText.decode(field, 0, end, StandardCharsets.UTF_8);
        facts.remove(Variable.LABEL);
        facts.remove(Variable.LABEL_BYTES);
        if (text.isEmpty()) {
            facts.put(Variable.LABEL_BYTES, HexFormat.of().formatHex(field, 0, end));
        }
        add(facts, Variable.LABEL, text.orElse(""));
    }

    /** A format or informat as SAS writes it, such as {@code DOLLAR15.2}; empty when there is none. */
    private String format(int nameAt, int widthAt) throws MalformedException {
        int width = numbers.getShort(widthAt);
        int digits = numbers.getShort(widthAt + 2);
        if (width < 0 || digits < 0) {
            throw malformed(widthAt, DataFault.VARIABLE_WIDTH);
        }
        int end = FixedText.end(bytes, nameAt, nameAt + 8);
        if (!FixedText.isAscii(bytes, nameAt, end)) {
            throw malformed(nameAt, DataFault.VARIABLE_FORMAT);
        }
        String name = new String(bytes, nameAt, end - nameAt, StandardCharsets.US_ASCII).replace("\0", "");
        return formatText(name, width, digits);
    }

    /** Name, width, point and decimals; nothing when there is neither name nor width. */
    static String formatText(String name, int width, int digits) {
        boolean none = name.isEmpty() && width == 0 && digits == 0;
        return none ? "" : name + (width == 0 ? "" : width) + "." + (digits == 0 ? "" : digits);
    }

    private MalformedException malformed(int at, DataFault fault) {
        return fault.at(file, start + at, index);
    }
}
