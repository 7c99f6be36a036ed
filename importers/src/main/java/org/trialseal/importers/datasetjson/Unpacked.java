package org.trialseal.importers.datasetjson;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/**
 * The text of a file, unpacked when the file is compressed: CDISC's specification of {@code .dsjc} says zlib (RFC 1950), its
 * examples are gzip (RFC 1952), so the first bytes decide.
 */
final class Unpacked {
    /** How many times larger than the file its text may be, once it is large. */
    static final int MAX_RATIO = 500;

    /** Bytes of text that are never too many. */
    static final long SMALL = 1L << 26;

    private static final int BUFFER = 1 << 16;
    private static final int ZLIB_METHOD = 0x78;
    private static final int ZLIB_CHECK = 31;

    private final String file;
    private final CountingInput packed;
    private final InputStream text;
    private final IntSupplier surplus;
    private final boolean compressed;
    private long count;

    private Unpacked(String file, CountingInput packed, InputStream text, IntSupplier surplus) {
        this.file = file;
        this.surplus = surplus;
        this.packed = packed;
        this.text = text;
        this.compressed = text != packed;
    }

    static Unpacked of(InputStream input, String file) throws IOException, MalformedException {
        CountingInput packed = new CountingInput(new BufferedInputStream(input, BUFFER));
        packed.mark(2);
        int first = packed.read();
        int second = packed.read();
        packed.reset();
        try {
            if (first == 0x1F && second == 0x8B) {
                Gzip gzip = new Gzip(packed);
                return new Unpacked(file, packed, gzip, gzip::surplus);
            }
            if (first == ZLIB_METHOD && (first << Byte.SIZE | second) % ZLIB_CHECK == 0) {
                Zlib zlib = new Zlib(packed);
                return new Unpacked(file, packed, zlib, zlib::surplus);
            }
            return new Unpacked(file, packed, packed, () -> 0);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(file);
        }
    }

    private static MalformedException damaged(String file) {
        return DataFault.PACKED_DAMAGED.in(file);
    }

    /** Whether the file is compressed; then offsets in errors are those of its text. */
    boolean isCompressed() {
        return compressed;
    }

    /** Reads as many bytes as there are, up to {@code length}; fewer only at the end. */
    int read(byte[] target, int at, int length) throws IOException, MalformedException {
        int got;
        try {
            got = text.readNBytes(target, at, length);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(file);
        }
        count += got;
        if (compressed && count > SMALL && count / MAX_RATIO > packed.count()) {
            throw DataFault.PACKED_TOO_MUCH.in(file, MAX_RATIO);
        }
        if (got < length && (surplus.getAsInt() > 0 || packed.read() >= 0)) {
            throw DataFault.PACKED_MORE.in(file);
        }
        return got;
    }

    void close() throws IOException {
        text.close();
    }

    private static final class Gzip extends GZIPInputStream {
        /** Bytes behind the compressed data: a checksum and a length. */
        private static final int TRAILER = 8;

        Gzip(InputStream input) throws IOException {
            super(input, BUFFER);
        }

        /** Bytes behind the end that were read and not used. */
        int surplus() {
            return inf.getRemaining() - TRAILER;
        }
    }

    private static final class Zlib extends InflaterInputStream {
        Zlib(InputStream input) {
            super(input, new Inflater(), BUFFER);
        }

        /** Bytes behind the end that were read and not used. */
        int surplus() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Counts the bytes of the file. */
    private static final class CountingInput extends InputStream {
        private final InputStream input;
        private long count;

        CountingInput(InputStream input) {
            this.input = input;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = input.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            int got = input.read(target, at, length);
            count += Math.max(0, got);
            return got;
        }

        @Override
        public int available() throws IOException {
            return input.available();
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public synchronized void mark(int limit) {
            input.mark(limit);
        }

        @Override
        public synchronized void reset() throws IOException {
            input.reset();
            count = 0;
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
