package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;

/** Reads {@code groups.bin}: for each group, by ascending tag, where its records lie and what its entry says. */
public final class GroupTable implements Closeable {
    static final int LENGTH = 3 * Sha256.LENGTH + 3 * Long.BYTES;

    private static final int PER_BLOCK = 512;

    private final FileChannel channel;
    private final long size;

    GroupTable(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size() / LENGTH;
    }

    /**
     * One group.
     *
     * @param index its place among the subject entries
     * @param tree where the leaves of its records lie, and their root
     */
    public record Group(long index, Sha256 tag, Sha256 body, TreeSlice tree) {
        /** Number of records. */
        public long count() {
            return tree.leaves();
        }

        void write(ByteBuffer out) {
            out.put(tag.toArray()).put(body.toArray()).put(tree.root().toArray());
            out.putLong(tree.firstLeaf()).putLong(tree.leaves()).putLong(tree.firstNode());
        }
    }

    /** Number of groups. */
    public long size() {
        return size;
    }

    /** The group at {@code index}. */
    public Group get(long index) throws IOException {
        return parse(read(index, 1), 0, index);
    }

    /** Takes the groups one after the other. */
    public interface Visitor {
        /** The next group. */
        void group(Group group) throws IOException, MalformedException;
    }

    /** Hands out all groups in order. */
    public void visit(Visitor visitor) throws IOException, MalformedException {
        for (long first = 0; first < size; first += PER_BLOCK) {
            int count = (int) Math.min(PER_BLOCK, size - first);
            byte[] block = read(first, count);
            for (int i = 0; i < count; i++) {
                visitor.group(parse(block, i * LENGTH, first + i));
            }
        }
    }

    private byte[] read(long index, int count) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(count * LENGTH);
        while (records.hasRemaining()) {
            if (channel.read(records, index * LENGTH + records.position()) < 0) {
                throw new IOException("groups.bin ends too early");
            }
        }
        return records.array();
    }

    private static Group parse(byte[] records, int offset, long index) throws IOException {
        ByteBuffer numbers = ByteBuffer.wrap(records, offset + 3 * Sha256.LENGTH, 3 * Long.BYTES);
        long firstLeaf = numbers.getLong();
        long leaves = numbers.getLong();
        long firstNode = numbers.getLong();
        if (firstLeaf < 0 || leaves < 0 || firstNode < 0) {
            throw new IOException("groups.bin was damaged; restore a backup");
        }
        return new Group(
                index,
                Sha256.read(records, offset),
                Sha256.read(records, offset + Sha256.LENGTH),
                new TreeSlice(firstLeaf, leaves, firstNode, Sha256.read(records, offset + 2 * Sha256.LENGTH)));
    }

    /**
     * The group with this tag. Tags are spread evenly, so that their beginnings say about where they stand; that and
     * halving take turns, so that no table is slow.
     */
    public Optional<Group> find(Sha256 tag) throws IOException {
        long low = 0;
        long high = size;
        double from = 0;
        double to = 1;
        double wanted = share(tag);
        for (int step = 0; low < high; step++) {
            double part = (wanted - from) / (to - from);
            long guess = low + (long) (part * (high - low));
            long middle = step % 3 < 2 && part >= 0 && guess < high ? Math.max(low, guess) : (low + high) >>> 1;
            Group group = get(middle);
            int order = group.tag().compareTo(tag);
            if (order == 0) {
                return Optional.of(group);
            }
            if (order < 0) {
                low = middle + 1;
                from = share(group.tag());
            } else {
                high = middle;
                to = share(group.tag());
            }
        }
        return Optional.empty();
    }

    /** Where a tag stands between the least and the greatest, from 0 to 1. */
    private static double share(Sha256 tag) {
        return (ByteBuffer.wrap(tag.toArray()).getLong() >>> 11) * 0x1p-53;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
