package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.zip.CRC32;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/** The content of the archive entry that is being read, measured on its way. */
final class ZipContent extends InputStream {
    private static final int SKIP = 1 << 13;

    private final StrictInput input;
    private final ZipRecord record;
    private final CRC32 crc32 = new CRC32();
    private final MessageDigest sha256 = Sha256.newDigest();
    private long left;

    ZipContent(StrictInput input, ZipRecord record) {
        this.input = input;
        this.record = record;
        this.left = record.length();
    }

    long length() {
        return record.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (left == 0) {
            return count == 0 ? 0 : -1;
        }
        int got = input.read(target, offset, (int) Math.min(count, left));
        if (got > 0) {
            crc32.update(target, offset, got);
            sha256.update(target, offset, got);
            left -= got;
        }
        return got;
    }

    void skipRest() throws IOException, MalformedException {
        byte[] skipped = new byte[SKIP];
        while (left > 0) {
            if (read(skipped, 0, SKIP) < 0) {
                throw input.error(MalformedException.Kind.CUT_OFF, "ends too early");
            }
        }
    }

    /** Reads what is left and says what all of it was; to be asked once. */
    Measured measured() throws IOException, MalformedException {
        skipRest();
        return new Measured(record.length(), crc32.getValue(), Sha256.wrap(sha256.digest()));
    }

    long statedCrc32() {
        return record.crc32();
    }
}
