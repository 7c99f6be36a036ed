package org.trialseal.importers.xport;

import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.record.Column;

/**
 * One variable of a dataset.
 *
 * @param number the number by which later header records refer to it
 * @param numeric a number in IBM's hexadecimal floating point; else text
 * @param offset offset of its first byte in a record
 * @param length its bytes: 2 to 8 of a number, 1 to 32,767 of text
 * @param facts what else the file says of it: label, format, informat; possibly none
 */
record Variable(String name, int number, boolean numeric, int offset, int length, Map<String, String> facts) {
    static final String LABEL = "label";
    static final String LABEL_BYTES = "labelBytes";
    static final String FORMAT = "format";
    static final String INFORMAT = "informat";

    Variable {
        facts = Map.copyOf(facts);
    }

    /** The same with other facts. */
    Variable withFacts(Map<String, String> others) {
        return new Variable(name, number, numeric, offset, length, others);
    }

    /** The column as it is sealed. */
    Column column() {
        Map<String, String> attributes = new TreeMap<>(facts);
        attributes.put("length", Integer.toString(length));
        attributes.put("type", numeric ? "numeric" : "character");
        return Column.of(name, attributes);
    }

    /** Offset behind its last byte in a record. */
    long end() {
        return (long) offset + length;
    }
}
