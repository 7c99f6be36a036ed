package org.trialseal.core.bitcoin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * Headers of consecutive heights, as somebody claims them; nothing about them is checked here. Immutable, 80 bytes of
 * memory a header.
 */
public final class HeaderRun {
    /** The most headers a run may hold. */
    public static final int MAX_HEADERS = 1_000_000;

    /** The largest height a run may reach. */
    public static final long MAX_HEIGHT = Integer.MAX_VALUE;

    private static final int BLOCK_HEADERS = 2016;

    private final long startHeight;
    private final int count;
    private final List<byte[]> blocks;

    private HeaderRun(long startHeight, int count, List<byte[]> blocks) {
        this.startHeight = startHeight;
        this.count = count;
        this.blocks = blocks;
    }

    /**
     * A run of {@code headers} from {@code startHeight} up.
     *
     * @throws IllegalArgumentException when it is empty, too long or too high
     */
    public static HeaderRun of(long startHeight, List<BlockHeader> headers) {
        Builder builder = new Builder(startHeight);
        headers.forEach(builder::add);
        return builder.build();
    }

    /**
     * Reads headers that stand one after the other in full, as Electrum servers and header files give them.
     *
     * @param source what is being read, for the error message
     * @throws MalformedException when the length is not a positive multiple of 80, or the run too long or too high
     */
    public static HeaderRun parse(long startHeight, byte[] headers, String source) throws MalformedException {
        int count = headers.length / BlockHeader.LENGTH;
        if (count == 0 || headers.length % BlockHeader.LENGTH != 0) {
            throw new MalformedException(source, "not a whole number of block headers: " + headers.length + " bytes");
        }
        if (!fits(startHeight, count)) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE, source, "too many block headers or heights out of range");
        }
        Builder builder = new Builder(startHeight);
        for (int i = 0; i < count; i++) {
            builder.addRaw(headers, i * BlockHeader.LENGTH);
        }
        return builder.build();
    }

    static boolean fits(long startHeight, long count) {
        return startHeight >= 0 && count >= 1 && count <= MAX_HEADERS && startHeight + count - 1 <= MAX_HEIGHT;
    }

    /** The height of the first header. */
    public long startHeight() {
        return startHeight;
    }

    /** One more than the height of the last header. */
    public long endHeight() {
        return startHeight + count;
    }

    /** How many headers there are, at least 1. */
    public int count() {
        return count;
    }

    /** True when the header of {@code height} is in the run. */
    public boolean contains(long height) {
        return height >= startHeight && height < endHeight();
    }

    /**
     * The header of {@code height}.
     *
     * @throws IndexOutOfBoundsException when it is not in the run
     */
    public BlockHeader header(long height) {
        return header(height, Sha256.newDigest());
    }

    private BlockHeader header(long height, MessageDigest digest) {
        if (!contains(height)) {
            throw new IndexOutOfBoundsException("height " + height + " is not in the run");
        }
        int index = (int) (height - startHeight);
        return BlockHeader.read(blocks.get(index / BLOCK_HEADERS), index % BLOCK_HEADERS * BlockHeader.LENGTH, digest);
    }

    long time(long height) {
        return littleEndian(height, BlockHeader.TIME) & 0xffffffffL;
    }

    int bits(long height) {
        return littleEndian(height, BlockHeader.BITS);
    }

    private int littleEndian(long height, int offset) {
        int index = (int) (height - startHeight);
        int at = index % BLOCK_HEADERS * BlockHeader.LENGTH + offset;
        return ByteBuffer.wrap(blocks.get(index / BLOCK_HEADERS))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(at);
    }

    /** The last header. */
    public BlockHeader last() {
        return header(endHeight() - 1);
    }

    /**
     * Shows the headers one after the other until {@code wantsMore} answers false.
     *
     * @return true when all were shown
     */
    public boolean forEachWhile(Predicate<BlockHeader> wantsMore) {
        MessageDigest digest = Sha256.newDigest();
        for (long height = startHeight; height < endHeight(); height++) {
            if (!wantsMore.test(header(height, digest))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The headers of the heights [from, to).
     *
     * @throws IllegalArgumentException when the range is empty or reaches out of the run
     */
    public HeaderRun slice(long from, long to) {
        if (from < startHeight || to > endHeight() || from >= to) {
            throw new IllegalArgumentException("not a range of the run: [" + from + ", " + to + ")");
        }
        Builder builder = new Builder(from);
        builder.addAll(this, from, to);
        return builder.build();
    }

    /**
     * These headers and then those of {@code next}.
     *
     * @throws IllegalArgumentException when {@code next} does not begin where this run ends, or the result is too long
     */
    public HeaderRun followedBy(HeaderRun next) {
        if (next.startHeight != endHeight()) {
            throw new IllegalArgumentException("the next run begins at " + next.startHeight + ", not " + endHeight());
        }
        Builder builder = new Builder(startHeight);
        builder.addAll(this, startHeight, endHeight());
        builder.addAll(next, next.startHeight, next.endHeight());
        return builder.build();
    }

    /** All headers in full, one after the other. */
    public Bytes bytes() {
        byte[] all = new byte[count * BlockHeader.LENGTH];
        int at = 0;
        for (byte[] block : blocks) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        return Bytes.copyOf(all);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HeaderRun)) {
            return false;
        }
        HeaderRun that = (HeaderRun) other;
        return startHeight == that.startHeight
                && count == that.count
                && Arrays.deepEquals(blocks.toArray(), that.blocks.toArray());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(startHeight) * 31 + last().hashCode();
    }

    @Override
    public String toString() {
        return "headers [" + startHeight + ", " + endHeight() + ")";
    }

    /** Collects headers without knowing their number beforehand. */
    static final class Builder {
        private final long startHeight;
        private final List<byte[]> blocks = new ArrayList<>();
        private byte[] open = new byte[0];
        private int count;

        Builder(long startHeight) {
            this.startHeight = startHeight;
        }

        void add(BlockHeader header) {
            header.copyTo(open(), nextOffset());
            count++;
        }

        void addRaw(byte[] source, int offset) {
            System.arraycopy(source, offset, open(), nextOffset(), BlockHeader.LENGTH);
            count++;
        }

        void addAll(HeaderRun run, long from, long to) {
            for (long index = from - run.startHeight; index < to - run.startHeight; index++) {
                byte[] block = run.blocks.get((int) index / BLOCK_HEADERS);
                addRaw(block, (int) index % BLOCK_HEADERS * BlockHeader.LENGTH);
            }
        }

        private int nextOffset() {
            return count % BLOCK_HEADERS * BlockHeader.LENGTH;
        }

        private byte[] open() {
            if (nextOffset() == 0) {
                if (!fits(startHeight, count + 1L)) {
                    throw new IllegalArgumentException("too many headers or heights out of range");
                }
                open = new byte[BLOCK_HEADERS * BlockHeader.LENGTH];
                blocks.add(open);
            }
            return open;
        }

        HeaderRun build() {
            if (!fits(startHeight, count)) {
                throw new IllegalArgumentException("a run has 1 to " + MAX_HEADERS + " headers at possible heights");
            }
            if (nextOffset() != 0) {
                blocks.set(blocks.size() - 1, Arrays.copyOf(open, nextOffset()));
            }
            return new HeaderRun(startHeight, count, List.copyOf(blocks));
        }
    }
}
