package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/**
 * An attestation that never counts here, kept byte for byte: of an unknown kind, or of another chain.
 *
 * @param tag 8 bytes, other than those of the kinds that count
 * @param payload 0 to 8192 bytes; for Litecoin and Ethereum a block height, one number and nothing else
 */
public record UnknownAttestation(Bytes tag, Bytes payload) implements Attestation {
    /** The tag of a Litecoin block header attestation. */
    public static final Bytes LITECOIN = Bytes.ofHex("06869a0d73d71b45");

    /** The tag of an Ethereum block header attestation. */
    public static final Bytes ETHEREUM = Bytes.ofHex("30fe8087b5c7ead7");

    /**
     * An attestation of this kind and content.
     *
     * @throws IllegalArgumentException when tag or payload is not as described above
     */
    public UnknownAttestation {
        if (tag.length() != TAG_LENGTH || tag.equals(BitcoinAttestation.TAG) || tag.equals(PendingAttestation.TAG)) {
            throw new IllegalArgumentException("not the tag of an unknown attestation");
        }
        if (!Limit.PAYLOAD.allows(payload.length()) || holdsNumber(tag) && !Number7.isOne(payload)) {
            throw new IllegalArgumentException("not the payload of such an attestation");
        }
    }

    static boolean holdsNumber(Bytes tag) {
        return tag.equals(LITECOIN) || tag.equals(ETHEREUM);
    }
}
