package org.trialseal.core.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.trialseal.core.digest.Bytes;

/**
 * A passphrase in memory, and the keys stretched from it with Argon2id (RFC 9106), each computed once. Close it to wipe
 * the characters. Not safe for use by several threads at once.
 */
public final class Passphrase implements AutoCloseable {
    private final byte[] utf8;
    private final Map<Stretch, SecretBox> stretched = new HashMap<>();

    private Passphrase(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * A passphrase by its UTF-8 bytes, of which a copy is taken.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public static Passphrase of(byte[] utf8) {
        if (utf8.length == 0) {
            throw new IllegalArgumentException("the passphrase is empty");
        }
        return new Passphrase(utf8.clone());
    }

    /**
     * How a key is stretched.
     *
     * @param memoryKiB 8 to 65,536, so that a damaged key file cannot exhaust the memory
     * @param passes 1 to 64
     * @param salt 16 bytes
     */
    record Stretch(int memoryKiB, int passes, Bytes salt) {
        static final int DEFAULT_MEMORY_KIB = 19 * 1024;
        static final int DEFAULT_PASSES = 2;
        static final int MAX_MEMORY_KIB = 1 << 16;
        static final int MAX_PASSES = 64;
    }

    SecretBox stretch(Stretch stretch) {
        return stretched.computeIfAbsent(stretch, this::derive);
    }

    private SecretBox derive(Stretch stretch) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(stretch.memoryKiB())
                .withIterations(stretch.passes())
                .withParallelism(1)
                .withSalt(stretch.salt().toArray())
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[SecretBox.KEY_LENGTH];
        generator.generateBytes(utf8, key);
        return SecretBox.of(key);
    }

    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
        stretched.clear();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}
