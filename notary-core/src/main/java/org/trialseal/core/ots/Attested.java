package org.trialseal.core.ots;

import java.util.Optional;
import org.trialseal.core.digest.Bytes;

/**
 * An attestation and what it attests.
 *
 * @param message the message at the attestation, e.g. what to ask a calendar for, or a block's Merkle root
 * @param attestation the claim about that message
 */
public record Attested(Bytes message, Attestation attestation) {
    /** The block that is claimed, when it is one of Bitcoin. Whether the way to it is firm is not known here. */
    public Optional<AttestedBlock> block() {
        return attestation instanceof BitcoinAttestation bitcoin
                ? Optional.of(new AttestedBlock(bitcoin.height(), message))
                : Optional.empty();
    }
}
