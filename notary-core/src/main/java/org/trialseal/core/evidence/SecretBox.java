package org.trialseal.core.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.digest.Sha256;

/** Encrypts under one 32-byte key with AES-256-GCM: {@code nonce (12) | ciphertext | tag (16)}. */
final class SecretBox {
    static final int KEY_LENGTH = 32;
    static final int OVERHEAD = 28;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;

    private SecretBox(byte[] key) {
        this.key = key;
    }

    static SecretBox of(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a key has " + KEY_LENGTH + " bytes");
        }
        return new SecretBox(key.clone());
    }

    static SecretBox random(SecureRandom random) {
        byte[] key = new byte[KEY_LENGTH];
        random.nextBytes(key);
        return new SecretBox(key);
    }

    /** Encrypts; {@code context} says what it is and must be given again to open it. */
    byte[] seal(byte[] plain, String context, SecureRandom random) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + plain.length + TAG_BITS / 8);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption cannot fail", e);
        }
    }

    /** Decrypts; empty when the key, the context or a byte is wrong. */
    Optional<byte[]> open(byte[] sealed, String context) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_LENGTH), context);
            return Optional.of(cipher.doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A further key for another purpose. */
    byte[] derive(String purpose) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(key);
        return digest.digest(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** The key, encrypted under another box. */
    byte[] wrapIn(SecretBox outer, String context, SecureRandom random) {
        return outer.seal(key, context, random);
    }
}
