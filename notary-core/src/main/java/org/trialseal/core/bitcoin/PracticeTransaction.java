package org.trialseal.core.bitcoin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * The only transaction of a practice block: a coinbase that commits to 32 bytes in an OP_RETURN output. It is split
 * around those bytes, so that an OpenTimestamps path (append {@code suffix}, prepend {@code prefix}, sha256, sha256)
 * leads from them to the Merkle root, which is the transaction's id because the block holds no other.
 *
 * @param prefix what stands before the commitment in the serialised transaction
 * @param commitment the 32 bytes
 * @param suffix what stands after it
 */
public record PracticeTransaction(Bytes prefix, Sha256 commitment, Bytes suffix) {
    private static final int MAX_PREFIX = 128;
    private static final int VERSION = 1;
    private static final int SEQUENCE_FINAL = -1;
    private static final int NO_OUTPUT_INDEX = -1;
    private static final byte HEIGHT_LENGTH = 4;
    private static final byte OP_RETURN = 0x6a;

    /**
     * The coinbase of the block at {@code height}, which stands in its input as BIP 34 asks, so that no two blocks of a
     * chain share a transaction id.
     *
     * @param height [0, 2^31)
     * @throws IllegalArgumentException when the height is out of range
     */
    public static PracticeTransaction committing(Sha256 commitment, long height) {
        if (height < 0 || height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("height out of range: " + height);
        }
        return new PracticeTransaction(prefix((int) height), commitment, Bytes.copyOf(new byte[4]));
    }

    private static Bytes prefix(int height) {
        ByteBuffer out = ByteBuffer.allocate(MAX_PREFIX).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(VERSION).put((byte) 1);
        out.put(new byte[Sha256.LENGTH]).putInt(NO_OUTPUT_INDEX);
        out.put((byte) (1 + HEIGHT_LENGTH)).put(HEIGHT_LENGTH).putInt(height).putInt(SEQUENCE_FINAL);
        out.put((byte) 1).putLong(0);
        out.put((byte) (2 + Sha256.LENGTH)).put(OP_RETURN).put((byte) Sha256.LENGTH);
        return Bytes.copyOf(out.array(), 0, out.position());
    }

    /** The serialised transaction, without witness. */
    public Bytes bytes() {
        return prefix.concat(commitment.bytes()).concat(suffix);
    }

    /** SHA-256 twice over the transaction: its id and the Merkle root of its block, in internal byte order. */
    public Sha256 merkleRoot() {
        return bytes().sha256().bytes().sha256();
    }
}
