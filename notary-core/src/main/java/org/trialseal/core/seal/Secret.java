package org.trialseal.core.seal;

import java.security.SecureRandom;
import org.trialseal.core.digest.Bytes;

/** 32 random bytes that belong to one subject, or to the study, and never leave the sealing side. */
public record Secret(Bytes value) {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    /** @throws IllegalArgumentException unless {@code value} has 32 bytes */
    public Secret {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("a secret has " + LENGTH + " bytes");
        }
    }

    /** Draws a fresh secret. */
    public static Secret random(SecureRandom random) {
        byte[] value = new byte[LENGTH];
        random.nextBytes(value);
        return new Secret(Bytes.copyOf(value));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Secret";
    }
}
