package org.trialseal.core.record;

import java.util.Locale;
import java.util.Optional;

/** What the value bytes of a cell are. The code is part of every field commitment. */
public enum CellType {
    /** The exact characters, in UTF-8. */
    TEXT(1),
    /** A JSON or XML number by its text, in ASCII. */
    TOKEN(2),
    /** The eight source bytes of an IEEE 754 double, big-endian. */
    FLOAT64(3),
    /** The two to eight source bytes of an IBM hexadecimal float, big-endian. */
    IBM_FLOAT(4),
    /** Bytes that are not valid text. */
    BYTES(5),
    /** No value; the bytes are the ASCII code of the reason, of length 0 for a plain empty cell. */
    MISSING(6);

    private static final int FIRST_CODE = 1;

    private final int code;

    CellType(int code) {
        this.code = code;
    }

    /** 1 to 6. */
    public int code() {
        return code;
    }

    /** Its name in docs/proof-format.md. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type with this code, if there is one. */
    public static Optional<CellType> ofCode(int code) {
        CellType[] types = values();
        int index = code - FIRST_CODE;
        return index >= 0 && index < types.length ? Optional.of(types[index]) : Optional.empty();
    }
}
