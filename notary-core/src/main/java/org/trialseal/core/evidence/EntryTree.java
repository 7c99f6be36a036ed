package org.trialseal.core.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ByteSource;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;
import org.trialseal.core.seal.SealEntry;

/** The tree over the entries of a seal, in memory: at most 65,535 leaves. */
public final class EntryTree {
    private final TreeReader reader;
    private final TreeSlice slice;

    /** The tree of a seal with these entries. */
    public EntryTree(List<SealEntry> entries) throws IOException {
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        ByteArrayOutputStream nodes = new ByteArrayOutputStream();
        TreeWriter writer = new TreeWriter(leaves::write, nodes::write);
        for (SealEntry entry : entries) {
            writer.append(entry.leafHash());
        }
        slice = writer.endTree();
        reader = new TreeReader(new InMemory(leaves.toByteArray()), new InMemory(nodes.toByteArray()));
    }

    /** The siblings of an entry from the leaf upwards. */
    public List<Sha256> path(int index) throws IOException, MalformedException {
        return reader.inclusionPath(slice, index);
    }

    private static final class InMemory implements ByteSource {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) {
            System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
        }
    }
}
