package org.trialseal.core.ots;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/** Replaces the message by its hash. Also names the kind of a detached file's digest. */
public enum HashOp implements Op {
    /** FIPS 180-4, 20 bytes. Collisions are known. */
    SHA1(0x02, "sha1", 20) {
        @Override
        byte[] hash(byte[] message) {
            return sha1(message);
        }
    },
    /** RIPEMD-160, 20 bytes. */
    RIPEMD160(0x03, "ripemd160", 20) {
        @Override
        byte[] hash(byte[] message) {
            return run(new RIPEMD160Digest(), message);
        }
    },
    /** FIPS 180-4, 32 bytes. */
    SHA256(0x08, "sha256", 32) {
        @Override
        byte[] hash(byte[] message) {
            return Sha256.newDigest().digest(message);
        }
    },
    /** Keccak with the padding of before FIPS 202, 32 bytes. */
    KECCAK256(0x67, "keccak256", 32) {
        @Override
        byte[] hash(byte[] message) {
            return run(new KeccakDigest(256), message);
        }
    };

    private final int tag;
    private final String word;
    private final int digestLength;

    HashOp(int tag, String word, int digestLength) {
        this.tag = tag;
        this.word = word;
        this.digestLength = digestLength;
    }

    static Optional<HashOp> ofTag(int tag) {
        for (HashOp op : values()) {
            if (op.tag == tag) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }

    /** Length of the hash in bytes: 20 or 32. */
    public int digestLength() {
        return digestLength;
    }

    @Override
    public boolean isFirm() {
        return this == SHA256;
    }

    @Override
    public int tag() {
        return tag;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Bytes argument() {
        return Bytes.empty();
    }

    @Override
    public int resultLength(int length) {
        return digestLength;
    }

    @Override
    public Bytes apply(Bytes message) {
        Operand.require(this, message);
        return Bytes.copyOf(hash(message.toArray()));
    }

    abstract byte[] hash(byte[] message);

    private static byte[] sha1(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] run(Digest engine, byte[] message) {
        byte[] out = new byte[engine.getDigestSize()];
        engine.update(message, 0, message.length);
        engine.doFinal(out, 0);
        return out;
    }
}
