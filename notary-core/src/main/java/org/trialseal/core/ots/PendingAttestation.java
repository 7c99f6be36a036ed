package org.trialseal.core.ots;

import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;

/**
 * A calendar's promise to have the attested message in a block later. Nothing is proven yet, and the address comes from
 * the proof: it is to be contacted only when it is on the user's own list.
 *
 * @param uri the calendar's address, at most 1000 of {@link #URI_CHARACTERS}
 */
public record PendingAttestation(String uri) implements Attestation {
    /** The only characters of a calendar's address: no query, no fragment, no escape, no user, no IPv6 literal. */
    public static final String URI_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/:";

    static final Bytes TAG = Bytes.ofHex("83dfe30d2ef90c8e");

    /**
     * A promise of the calendar at this address.
     *
     * @throws IllegalArgumentException unless {@link #isUri}
     */
    public PendingAttestation {
        if (!isUri(uri)) {
            throw new IllegalArgumentException("not a calendar's address");
        }
    }

    /** Whether {@code uri} has at most 1000 characters, all allowed. */
    public static boolean isUri(String uri) {
        return Limit.URI.allows(uri.length()) && uri.chars().allMatch(c -> URI_CHARACTERS.indexOf(c) >= 0);
    }

    @Override
    public Bytes tag() {
        return TAG;
    }

    @Override
    public Bytes payload() {
        Bytes ascii = Bytes.copyOf(uri.getBytes(StandardCharsets.US_ASCII));
        return new OtsOutput().number(ascii.length()).bytes(ascii).bytes();
    }
}
