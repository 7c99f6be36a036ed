package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;

/** Reads {@code groups.bin}: for each group, by ascending tag, where its records lie and what its entry says. */
public final class GroupTable implements Closeable {
    static final int LENGTH = 3 * Sha256.LENGTH + 3 * Long.BYTES;

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
        ByteBuffer record = ByteBuffer.allocate(LENGTH);
        while (record.hasRemaining()) {
            if (channel.read(record, index * LENGTH + record.position()) < 0) {
                throw new IOException("groups.bin ends too early");
            }
        }
        byte[] bytes = record.flip().array();
        TreeSlice tree = new TreeSlice(
                record.getLong(3 * Sha256.LENGTH),
                record.getLong(3 * Sha256.LENGTH + 8),
                record.getLong(3 * Sha256.LENGTH + 16),
                Sha256.read(bytes, 2 * Sha256.LENGTH));
        return new Group(index, Sha256.read(bytes, 0), Sha256.read(bytes, Sha256.LENGTH), tree);
    }

    /** The group with this tag. */
    public Optional<Group> find(Sha256 tag) throws IOException {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Group group = get(middle);
            int order = group.tag().compareTo(tag);
            if (order == 0) {
                return Optional.of(group);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
