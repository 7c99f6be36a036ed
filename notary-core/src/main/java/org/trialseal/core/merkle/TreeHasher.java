package org.trialseal.core.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Objects;
import org.trialseal.core.digest.Sha256;

/**
 * The hashes of {@link MerkleHash} on byte arrays, with one reused SHA-256 engine and no allocation. Not safe for use by
 * several threads at once.
 */
public final class TreeHasher {
    private static final int LEAF_BUFFER = 4096;
    private static final int RIGHT = 1 + Sha256.LENGTH;
    private static final int NODE_INPUT = 1 + 2 * Sha256.LENGTH;

    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] node = new byte[NODE_INPUT];
    private final byte[] leaf = new byte[LEAF_BUFFER];

    /** Makes a hasher with an engine of its own. */
    public TreeHasher() {
        node[0] = MerkleHash.NODE_PREFIX;
        leaf[0] = MerkleHash.LEAF_PREFIX;
    }

    /**
     * Writes SHA-256(0x00 | data[offset, offset + length)) to {@code target} at {@code at}.
     *
     * @throws IndexOutOfBoundsException when either range lies outside its array
     */
    public void leaf(byte[] data, int offset, int length, byte[] target, int at) {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (length < LEAF_BUFFER) {
            System.arraycopy(data, offset, leaf, 1, length);
            digest.update(leaf, 0, 1 + length);
        } else {
            digest.update(MerkleHash.LEAF_PREFIX);
            digest.update(data, offset, length);
        }
        finish(target, at);
    }

    /**
     * Writes the leaf hash of a message whose first byte already is {@link MerkleHash#LEAF_PREFIX}: the fastest form,
     * without a copy.
     *
     * @throws IllegalArgumentException when the first byte is another
     * @throws IndexOutOfBoundsException when either range lies outside its array
     */
    public void prefixedLeaf(byte[] message, int offset, int length, byte[] target, int at) {
        Objects.checkFromIndexSize(offset, length, message.length);
        if (length == 0 || message[offset] != MerkleHash.LEAF_PREFIX) {
            throw new IllegalArgumentException("the message does not begin with the leaf prefix");
        }
        digest.update(message, offset, length);
        finish(target, at);
    }

    /**
     * Writes SHA-256(0x01 | left | right) to {@code target} at {@code at}; the arrays may be the same one.
     *
     * @throws IndexOutOfBoundsException when one of the three ranges of 32 bytes lies outside its array
     */
    public void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] target, int at) {
        System.arraycopy(left, leftAt, node, 1, Sha256.LENGTH);
        System.arraycopy(right, rightAt, node, RIGHT, Sha256.LENGTH);
        digest.update(node, 0, NODE_INPUT);
        finish(target, at);
    }

    /** Replaces the node at {@code target[at, at + 32)} by its parent, {@code left} being its left sibling. */
    void joinLeft(Sha256 left, byte[] target, int at) {
        left.copyTo(node, 1);
        System.arraycopy(target, at, node, RIGHT, Sha256.LENGTH);
        digest.update(node, 0, NODE_INPUT);
        finish(target, at);
    }

    /** Replaces the node at {@code target[at, at + 32)} by its parent, {@code right} being its right sibling. */
    void joinRight(byte[] target, int at, Sha256 right) {
        System.arraycopy(target, at, node, 1, Sha256.LENGTH);
        right.copyTo(node, RIGHT);
        digest.update(node, 0, NODE_INPUT);
        finish(target, at);
    }

    private void finish(byte[] target, int at) {
        try {
            digest.digest(target, at, Sha256.LENGTH);
        } catch (DigestException | IllegalArgumentException e) {
            digest.reset();
            throw outside(at, target.length, e);
        }
    }

    private static IndexOutOfBoundsException outside(int at, int length, Exception cause) {
        IndexOutOfBoundsException outside =
                new IndexOutOfBoundsException("no room for 32 bytes at " + at + " of " + length);
        outside.initCause(cause);
        return outside;
    }
}
