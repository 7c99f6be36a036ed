package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;

/**
 * A commitment that is opened as a whole: to a schema, to import settings, or to a file's length and digest.
 *
 * @param salt 16 random bytes
 * @param content the committed bytes
 */
public record Opening(Kind kind, Bytes salt, Bytes content) {
    /** What is committed to. */
    public enum Kind {
        SCHEMA(1, "schema"),
        SETTINGS(2, "settings"),
        FILE(3, "file");

        private final int code;
        private final String word;

        Kind(int code, String word) {
            this.code = code;
            this.word = word;
        }

        /** The name in {@code openings.json}. */
        public String word() {
            return word;
        }
    }

    /** Length of the salt in bytes. */
    public static final int SALT_LENGTH = 16;

    /** @throws IllegalArgumentException unless the salt has 16 bytes */
    public Opening {
        if (salt.length() != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has " + SALT_LENGTH + " bytes");
        }
    }

    /** Commits to canonical JSON under a fresh salt. */
    public static Opening of(Kind kind, JsonObject content, SecureRandom random) {
        return new Opening(kind, freshSalt(random), Bytes.copyOf(content.canonicalBytes()));
    }

    /** Commits to a file's length in bytes and its SHA-256 under a fresh salt. */
    public static Opening ofFile(long length, Sha256 digest, SecureRandom random) {
        return ofFile(freshSalt(random), length, digest);
    }

    /** The opening of a commitment to a file. */
    public static Opening ofFile(Bytes salt, long length, Sha256 digest) {
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + Sha256.LENGTH);
        return new Opening(
                Kind.FILE,
                salt,
                Bytes.copyOf(content.putLong(length).put(digest.toArray()).array()));
    }

    /** 16 random bytes. */
    public static Bytes freshSalt(SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return Bytes.copyOf(salt);
    }

    /** The commitment. */
    public Sha256 commitment() {
        return preimage().sha256();
    }

    private Bytes preimage() {
        byte[] prefix = {TypeByte.OPENED_WHOLE, (byte) kind.code};
        return Bytes.copyOf(prefix).concat(salt).concat(content);
    }

    /** What the commitment to a file is the hash of, up to the file's SHA-256: 26 bytes. */
    public Bytes filePrefix() {
        requireFile();
        Bytes preimage = preimage();
        return preimage.slice(0, preimage.length() - Sha256.LENGTH);
    }

    /** Length in bytes of the file committed to. */
    public long fileLength() {
        requireFile();
        return ByteBuffer.wrap(content.toArray()).getLong();
    }

    /** SHA-256 of the file committed to. */
    public Sha256 fileDigest() {
        requireFile();
        return Sha256.read(content.toArray(), Long.BYTES);
    }

    private void requireFile() {
        if (kind != Kind.FILE) {
            throw new IllegalStateException("this is the opening of a " + kind.word);
        }
    }
}
