package org.trialseal.core.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.trialseal.core.digest.Sha256;

/** Measures what passes through it on its way to another stream, which it flushes and closes with itself. */
public final class MeasuringOutput extends OutputStream {
    private final OutputStream out;
    private final CRC32 crc32 = new CRC32();
    private final MessageDigest sha256 = Sha256.newDigest();
    private long length;

    /** Passes everything on to {@code out}. */
    public MeasuringOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
        out.write(source, offset, count);
        crc32.update(source, offset, count);
        sha256.update(source, offset, count);
        length += count;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What was written. To be asked once, at the end. */
    public Measured measured() {
        return new Measured(length, crc32.getValue(), Sha256.wrap(sha256.digest()));
    }
}
