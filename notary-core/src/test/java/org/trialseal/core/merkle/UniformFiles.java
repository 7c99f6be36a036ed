package org.trialseal.core.merkle;

import java.io.EOFException;
import java.io.IOException;
import org.trialseal.core.digest.Sha256;

/** The two files of a uniform tree of any size, made up as they are read; the tree begins at an entry of choice. */
final class UniformFiles {
    private final UniformTree tree;
    private final TreeSlice slice;

    UniformFiles(UniformTree tree, long firstLeaf, long leaves, long firstNode) {
        this.tree = tree;
        this.slice = new TreeSlice(firstLeaf, leaves, firstNode, tree.root(leaves));
    }

    TreeSlice slice() {
        return slice;
    }

    ByteSource leaves() {
        return new Entries(slice.firstLeaf(), slice.leaves()) {
            @Override
            Sha256 entry(long position) {
                return tree.leafHash();
            }
        };
    }

    ByteSource nodes() {
        return new Entries(slice.firstNode(), slice.nodes()) {
            @Override
            Sha256 entry(long position) {
                long left = position;
                int level = 7;
                while (left >= slice.leaves() >>> level) {
                    left -= slice.leaves() >>> level;
                    level += 7;
                }
                return tree.root(1L << level);
            }
        };
    }

    private abstract static class Entries implements ByteSource {
        private final long first;
        private final long count;

        Entries(long first, long count) {
            this.first = first;
            this.count = count;
        }

        abstract Sha256 entry(long position);

        @Override
        public long size() {
            return (first + count) * Sha256.LENGTH;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            if (position % Sha256.LENGTH != 0 || length % Sha256.LENGTH != 0) {
                throw new IOException("not whole entries");
            }
            long from = position / Sha256.LENGTH - first;
            if (from < 0 || from + length / Sha256.LENGTH > count) {
                throw new EOFException("outside the tree");
            }
            for (int entry = 0; entry < length / Sha256.LENGTH; entry++) {
                entry(from + entry).copyTo(target, offset + entry * Sha256.LENGTH);
            }
        }
    }
}
