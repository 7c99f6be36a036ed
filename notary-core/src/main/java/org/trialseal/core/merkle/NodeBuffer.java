package org.trialseal.core.merkle;

import java.io.IOException;
import java.util.Arrays;
import org.trialseal.core.digest.Sha256;

/** Nodes that wait to be written, in order. */
final class NodeBuffer {
    private byte[] nodes = new byte[StoredLevels.FAN * Sha256.LENGTH];
    private int size;

    /** Number of bytes that wait. */
    int size() {
        return size;
    }

    void add(byte[] node, int offset) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.multiplyExact(size, 2));
        }
        System.arraycopy(node, offset, nodes, size, Sha256.LENGTH);
        size += Sha256.LENGTH;
    }

    void drainTo(ByteSink sink) throws IOException {
        sink.write(nodes, 0, size);
        size = 0;
    }
}
