package org.trialseal.core.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One entry of the archive in the only shape there is: stored, no flags, no extra fields, no comment, a fixed time
 * (PKWARE APPNOTE, sections 4.3.7 and 4.3.12).
 *
 * @param name ASCII
 * @param crc32 of the content, [0, 2^32)
 * @param length of the content in bytes
 * @param offset of its local header in the archive
 */
record ZipRecord(String name, long crc32, long length, long offset) {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int LOCAL_LENGTH = 30;
    static final int CRC_AT = 14;
    static final int LENGTH_AT = 22;
    static final int NAME_LENGTH_AT = 26;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 20;
    private static final short DATE = 0x0021;

    byte[] local() {
        byte[] header = new byte[LOCAL_LENGTH + name.length()];
        ByteBuffer out = littleEndian(header).putInt(LOCAL_SIGNATURE);
        putCommon(out).putShort((short) 0).put(nameBytes());
        return header;
    }

    byte[] central() {
        byte[] header = new byte[CENTRAL_LENGTH + name.length()];
        ByteBuffer out = littleEndian(header).putInt(CENTRAL_SIGNATURE).putShort(VERSION);
        putCommon(out)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        out.putInt(0).putInt((int) offset).put(nameBytes());
        return header;
    }

    /** The end record (section 4.3.16). */
    static byte[] end(int entries, long directoryLength, long directoryOffset) {
        byte[] record = new byte[END_LENGTH];
        ByteBuffer out = littleEndian(record).putInt(END_SIGNATURE).putInt(0);
        out.putShort((short) entries).putShort((short) entries);
        out.putInt((int) directoryLength).putInt((int) directoryOffset).putShort((short) 0);
        return record;
    }

    private ByteBuffer putCommon(ByteBuffer out) {
        out.putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE);
        out.putInt((int) crc32).putInt((int) length).putInt((int) length);
        return out.putShort((short) name.length());
    }

    private byte[] nameBytes() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer littleEndian(byte[] target) {
        return ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
    }
}
