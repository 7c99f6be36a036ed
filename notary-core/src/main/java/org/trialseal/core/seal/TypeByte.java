package org.trialseal.core.seal;

/** The first byte of everything that is hashed, so that no input of one kind is an input of another. */
final class TypeByte {
    static final byte FIELD = 0x10;
    static final byte RECORD = 0x11;
    static final byte WIDE_RECORD = 0x12;
    static final byte COMMITMENT_RUN = 0x13;
    static final byte GROUP_BODY = 0x14;
    static final byte SUBJECT_ENTRY = 0x15;
    static final byte TAG_KEY = 0x16;
    static final byte OPENED_WHOLE = 0x17;
    static final byte CHUNK = 0x18;
    static final byte CHUNK_LEAF = 0x19;
    static final byte ENTRY = 0x1a;
    static final byte LOG_RECORD = 0x1b;
    static final byte WIDE_LOG_RECORD = 0x1c;

    private TypeByte() {}
}
