package org.trialseal.core.merkle;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * The three hashes of an RFC 6962 tree (section 2.1) as values. Leaves and nodes begin with different bytes, so that
 * neither can stand for the other. {@link TreeHasher} does the same without allocating.
 */
public final class MerkleHash {
    /** First byte of what a leaf hash is taken over. */
    public static final byte LEAF_PREFIX = 0x00;

    /** First byte of what a node hash is taken over. */
    public static final byte NODE_PREFIX = 0x01;

    private static final Sha256 EMPTY_ROOT = Sha256.of();

    private MerkleHash() {}

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static Sha256 emptyRoot() {
        return EMPTY_ROOT;
    }

    /** SHA-256(0x00 | data). */
    public static Sha256 leaf(byte[] data) {
        return Sha256.of(new byte[] {LEAF_PREFIX}, data);
    }

    /** SHA-256(0x00 | data). */
    public static Sha256 leaf(Bytes data) {
        return leaf(data.toArray());
    }

    /** SHA-256(0x01 | left | right). */
    public static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.of(new byte[] {NODE_PREFIX}, left.toArray(), right.toArray());
    }
}
