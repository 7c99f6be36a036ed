package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;

/**
 * Reads an archive as a stream, from the first byte to the last, and refuses every other shape than that of
 * {@link ZipRecord}. What the central directory says must be what was read.
 */
final class ZipReader {
    private static final int SIGNATURE_LENGTH = 4;

    private final StrictInput input;
    private final List<ZipRecord> read = new ArrayList<>();
    private @Nullable ZipContent open;

    ZipReader(String source, InputStream in) {
        this.input = new StrictInput(source, in);
    }

    MalformedException error(String reason) {
        return input.error(reason);
    }

    /** Begins the entry that must come next, by this name; what is left of the one before is skipped. */
    ZipContent next(String name, Limit limit) throws IOException, MalformedException {
        skipOpen();
        byte[] head = input.bytes(SIGNATURE_LENGTH);
        if (littleEndian(head).getInt(0) != ZipRecord.LOCAL_SIGNATURE) {
            throw error("expected the archive entry " + name);
        }
        ZipRecord record = readLocal(head, name);
        if (!limit.allows(record.length())) {
            throw error(name + " is larger than " + limit.max() + " bytes");
        }
        read.add(record);
        if (!Limit.ARCHIVE_ENTRIES.allows(read.size())) {
            throw error("more than " + Limit.ARCHIVE_ENTRIES.max() + " archive entries");
        }
        open = new ZipContent(input, record);
        return open;
    }

    private ZipRecord readLocal(byte[] signature, String name) throws IOException, MalformedException {
        long offset = input.offset() - SIGNATURE_LENGTH;
        byte[] header = Arrays.copyOf(signature, ZipRecord.LOCAL_LENGTH);
        input.readInto(header, SIGNATURE_LENGTH, ZipRecord.LOCAL_LENGTH - SIGNATURE_LENGTH);
        ByteBuffer fields = littleEndian(header);
        requireName(fields.getShort(ZipRecord.NAME_LENGTH_AT) & 0xffff, name);
        long crc32 = fields.getInt(ZipRecord.CRC_AT) & 0xffff_ffffL;
        long length = fields.getInt(ZipRecord.LENGTH_AT) & 0xffff_ffffL;
        ZipRecord record = new ZipRecord(name, crc32, length, offset);
        if (!Arrays.equals(record.local(), 0, header.length, header, 0, header.length)) {
            throw error("an archive entry is compressed, encrypted, dated or extended: " + name);
        }
        if (!Limit.ARCHIVE_BYTES.allows(input.offset() + length)) {
            throw error("the archive has 4 GiB or more");
        }
        return record;
    }

    private void requireName(int length, String name) throws IOException, MalformedException {
        boolean same = Limit.NAME.allows(length)
                && Arrays.equals(input.bytes(length), name.getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            throw error("expected the archive entry " + name);
        }
    }

    private void skipOpen() throws IOException, MalformedException {
        if (open != null) {
            open.skipRest();
        }
    }

    /** Reads central directory and end record, which must mirror what was read, and then the end of the stream. */
    void finish() throws IOException, MalformedException {
        skipOpen();
        long start = input.offset();
        for (ZipRecord record : read) {
            input.expect(Bytes.copyOf(record.central()), "the central directory does not mirror the entries");
        }
        Bytes end = Bytes.copyOf(ZipRecord.end(read.size(), input.offset() - start, start));
        input.expect(end, "the end record does not fit the archive");
        input.expectEnd();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
