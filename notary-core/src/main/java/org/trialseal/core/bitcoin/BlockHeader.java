package org.trialseal.core.bitcoin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * A Bitcoin block header: 80 bytes, little-endian, of version (4), hash of the block before (32), Merkle root (32), time
 * (4), nBits (4) and nonce (4). Any 80 bytes are a header; whether it obeys the rules is for {@link HeaderVerifier}.
 */
public final class BlockHeader {
    /** Length of a header in bytes. */
    public static final int LENGTH = 80;

    static final int PREVIOUS = 4;
    static final int MERKLE_ROOT = 36;
    static final int TIME = 68;
    static final int BITS = 72;
    static final int NONCE = 76;

    private final byte[] raw;
    private final BlockHash hash;

    private BlockHeader(byte[] raw, MessageDigest digest) {
        this.raw = raw;
        this.hash = hash(raw, digest);
    }

    static BlockHash hash(byte[] header, MessageDigest digest) {
        return BlockHash.of(Sha256.wrap(digest.digest(digest.digest(header))));
    }

    /**
     * Reads a header from exactly 80 bytes.
     *
     * @param source what is being read, for the error message
     * @throws MalformedException when {@code header} has another length
     */
    public static BlockHeader parse(byte[] header, String source) throws MalformedException {
        if (header.length != LENGTH) {
            throw new MalformedException(source, "a block header has 80 bytes, not " + header.length);
        }
        return read(header, 0);
    }

    /**
     * Reads the 80 bytes at {@code offset}.
     *
     * @throws IndexOutOfBoundsException when fewer than 80 bytes remain
     */
    public static BlockHeader read(byte[] source, int offset) {
        return read(source, offset, Sha256.newDigest());
    }

    static BlockHeader read(byte[] source, int offset, MessageDigest digest) {
        Objects.checkFromIndexSize(offset, LENGTH, source.length);
        return new BlockHeader(Arrays.copyOfRange(source, offset, offset + LENGTH), digest);
    }

    /**
     * Reads 160 hexadecimal digits.
     *
     * @throws IllegalArgumentException when {@code hex} is anything else
     */
    public static BlockHeader ofHex(String hex) {
        if (hex.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("a block header has 160 hexadecimal digits, not " + hex.length());
        }
        return read(Bytes.ofHex(hex).toArray(), 0);
    }

    /**
     * Puts a header together.
     *
     * @param time seconds since 1970, [0, 2^32)
     * @param nonce all 32 bits are used
     * @throws IllegalArgumentException when the time does not fit
     */
    public static BlockHeader of(
            int version, BlockHash previous, Sha256 merkleRoot, long time, CompactTarget target, int nonce) {
        if (time >>> 32 != 0) {
            throw new IllegalArgumentException("a block time has 32 bits, no sign: " + time);
        }
        byte[] raw = new byte[LENGTH];
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(0, version).putInt(TIME, (int) time).putInt(BITS, target.bits());
        buffer.putInt(NONCE, nonce);
        previous.internal().copyTo(raw, PREVIOUS);
        merkleRoot.copyTo(raw, MERKLE_ROOT);
        return new BlockHeader(raw, Sha256.newDigest());
    }

    private int littleEndian(int offset) {
        return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }

    /** The version, a signed number to the rules and a field of flags to miners. */
    public int version() {
        return littleEndian(0);
    }

    /** The hash of the block before. */
    public BlockHash previous() {
        return BlockHash.of(Sha256.read(raw, PREVIOUS));
    }

    /** The Merkle root of the block's transactions, in the byte order in which it is computed. */
    public Sha256 merkleRoot() {
        return Sha256.read(raw, MERKLE_ROOT);
    }

    /** The miner's time, seconds since 1970, [0, 2^32). */
    public long time() {
        return littleEndian(TIME) & 0xffffffffL;
    }

    /** The field nBits as it stands. */
    public int bits() {
        return littleEndian(BITS);
    }

    /** The target that nBits states. */
    public CompactTarget target() {
        return CompactTarget.ofBits(bits());
    }

    /** The nonce, all 32 bits. */
    public int nonce() {
        return littleEndian(NONCE);
    }

    /** SHA-256 twice over the 80 bytes. */
    public BlockHash hash() {
        return hash;
    }

    /** The 80 bytes. */
    public Bytes bytes() {
        return Bytes.copyOf(raw);
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(raw, 0, target, offset, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockHeader && Arrays.equals(raw, ((BlockHeader) other).raw);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return hash.display();
    }
}
