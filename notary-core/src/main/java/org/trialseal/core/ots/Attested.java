package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/**
 * An attestation and what it attests.
 *
 * @param message the message at the attestation, e.g. what to ask a calendar for, or a block's Merkle root
 * @param attestation the claim about that message
 */
public record Attested(Bytes message, Attestation attestation) {}
