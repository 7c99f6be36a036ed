package org.trialseal.core.seal;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA-256 (RFC 5869) with one block of output. */
final class Hkdf {
    private static final String HMAC = "HmacSHA256";

    private Hkdf() {}

    /** 32 bytes; {@code salt} and {@code info} may have any length, the salt at least 1 byte. */
    static byte[] derive(byte[] ikm, byte[] salt, byte[] info) {
        Mac expand = hmac(hmac(salt).doFinal(ikm));
        expand.update(info);
        expand.update((byte) 1);
        return expand.doFinal();
    }

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
