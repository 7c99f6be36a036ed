package org.trialseal.core.bitcoin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * The file form of a {@link HeaderRun}: the line {@code trialseal/1 headers} with its line feed, start height and count
 * (32 bits each, big-endian), then the headers. The first one and every one that starts a retarget period have their 80
 * bytes; every other has 44, version, Merkle root, time and nonce, because its previous hash is that of the header
 * before it and its nBits are those of the header before it.
 */
public final class HeaderRunFormat {
    /** Length of a header whose previous hash and nBits are left out, in bytes. */
    public static final int PACKED_LENGTH = BlockHeader.LENGTH - Sha256.LENGTH - Integer.BYTES;

    /** The largest file a reader may meet: every header in full. */
    public static final long MAX_FILE_BYTES = 28L + (long) HeaderRun.MAX_HEADERS * BlockHeader.LENGTH;

    private static final byte[] LINE = "trialseal/1 headers\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIELDS = 2 * Integer.BYTES;
    private static final int ROOT_AND_TIME = Sha256.LENGTH + Integer.BYTES;

    private final int period;

    private HeaderRunFormat(int period) {
        this.period = period;
    }

    /** The format for headers of a chain; its retarget interval is 2,016 on Bitcoin and on the practice network. */
    public static HeaderRunFormat of(ChainParameters parameters) {
        return new HeaderRunFormat(parameters.retargetInterval());
    }

    private boolean isFull(long height, long startHeight) {
        return height == startHeight || height % period == 0;
    }

    /**
     * The first height whose header cannot be written: its 44 bytes would not give back its previous hash or nBits.
     *
     * @return empty when the run can be written
     */
    public Optional<Long> firstUnpackable(HeaderRun run) {
        BlockHeader before = run.header(run.startHeight());
        for (long height = run.startHeight() + 1; height < run.endHeight(); height++) {
            BlockHeader header = run.header(height);
            boolean inherits = header.previous().equals(before.hash()) && header.bits() == before.bits();
            if (!inherits && !isFull(height, run.startHeight())) {
                return Optional.of(height);
            }
            before = header;
        }
        return Optional.empty();
    }

    /**
     * Writes a run and leaves the stream open.
     *
     * @throws IllegalArgumentException before anything is written, when {@link #firstUnpackable} names a height
     */
    public void write(HeaderRun run, OutputStream out) throws IOException {
        Optional<Long> refused = firstUnpackable(run);
        if (refused.isPresent()) {
            throw new IllegalArgumentException("the header at height " + refused.get() + " breaks inheritance");
        }
        out.write(LINE);
        out.write(ByteBuffer.allocate(FIELDS)
                .putInt((int) run.startHeight())
                .putInt(run.count())
                .array());
        byte[] header = new byte[BlockHeader.LENGTH];
        for (long height = run.startHeight(); height < run.endHeight(); height++) {
            run.header(height).copyTo(header, 0);
            out.write(header, 0, isFull(height, run.startHeight()) ? BlockHeader.LENGTH : pack(header));
        }
    }

    /** The run as {@link #write} writes it. */
    public Bytes toBytes(HeaderRun run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(run, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return Bytes.copyOf(out.toByteArray());
    }

    private static int pack(byte[] header) {
        System.arraycopy(header, BlockHeader.MERKLE_ROOT, header, BlockHeader.PREVIOUS, ROOT_AND_TIME);
        System.arraycopy(header, BlockHeader.NONCE, header, BlockHeader.PREVIOUS + ROOT_AND_TIME, Integer.BYTES);
        return PACKED_LENGTH;
    }

    /**
     * Reads a run to the exact end of the stream. Whether the headers obey the rules of a chain is not looked at.
     *
     * @param source what is being read, for the error message
     * @throws MalformedException when the bytes are not exactly one run
     */
    public HeaderRun read(InputStream in, String source) throws IOException, MalformedException {
        if (!Arrays.equals(in.readNBytes(LINE.length), LINE)) {
            throw new MalformedException(source, 0, "not a header file of this version");
        }
        byte[] fields = in.readNBytes(FIELDS);
        if (fields.length != FIELDS) {
            throw new MalformedException(
                    MalformedException.Kind.CUT_OFF, source, LINE.length, "ends before the number of headers");
        }
        long startHeight = ByteBuffer.wrap(fields).getInt(0) & 0xffffffffL;
        long count = ByteBuffer.wrap(fields).getInt(Integer.BYTES) & 0xffffffffL;
        if (!HeaderRun.fits(startHeight, count)) {
            throw new MalformedException(source, LINE.length, "number of headers or heights out of range");
        }
        return readHeaders(in, startHeight, count, source);
    }

    private HeaderRun readHeaders(InputStream in, long startHeight, long count, String source)
            throws IOException, MalformedException {
        HeaderRun.Builder run = new HeaderRun.Builder(startHeight);
        MessageDigest digest = Sha256.newDigest();
        byte[] header = new byte[BlockHeader.LENGTH];
        long offset = (long) LINE.length + FIELDS;
        for (long height = startHeight; height < startHeight + count; height++) {
            boolean full = isFull(height, startHeight);
            BlockHash before = full ? BlockHash.ZERO : BlockHeader.hash(header, digest);
            int length = full ? BlockHeader.LENGTH : PACKED_LENGTH;
            if (in.readNBytes(header, 0, length) != length) {
                throw new MalformedException(
                        MalformedException.Kind.CUT_OFF, source, offset, "ends before the last header");
            }
            if (!full) {
                unpack(header, before);
            }
            run.addRaw(header, 0);
            offset += length;
        }
        if (in.read() != -1) {
            throw new MalformedException(source, offset, "goes on after the last header");
        }
        return run.build();
    }

    /** Spreads the 44 bytes at the front of {@code header}, which still holds nBits of the one before. */
    private static void unpack(byte[] header, BlockHash before) {
        System.arraycopy(header, PACKED_LENGTH - Integer.BYTES, header, BlockHeader.NONCE, Integer.BYTES);
        System.arraycopy(header, BlockHeader.PREVIOUS, header, BlockHeader.MERKLE_ROOT, ROOT_AND_TIME);
        before.internal().copyTo(header, BlockHeader.PREVIOUS);
    }
}
