package org.trialseal.core.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Secret;

/**
 * Encrypts what is retained of one subject in one artifact of one seal, with AES-256-GCM under {@code SHA-256("trialseal
 * retained" | secret | seal nonce | u32 artifact)}. Each piece has a number of its own, which is the nonce. When the
 * subject's secret is destroyed, nobody can read it any more.
 */
final class RetainedBox {
    private static final byte[] LABEL = "trialseal retained".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    RetainedBox(Secret secret, Bytes nonce, int artifact) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(artifact).array();
        byte[] derived = Sha256.of(LABEL, secret.value().toArray(), nonce.toArray(), number)
                .toArray();
        key = new SecretKeySpec(derived, "AES");
    }

    byte[] seal(long number, byte[] plain, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption cannot fail", e);
        }
    }

    /** Empty when the secret is another or a byte was changed. */
    Optional<byte[]> open(long number, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, number).doFinal(sealed));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, long number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
