package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/**
 * The attested message is the Merkle root, in the byte order of the header, of the Bitcoin block at a height. To be
 * checked against that block's header.
 *
 * @param height 0 to 4294967295
 */
public record BitcoinAttestation(long height) implements Attestation {
    static final Bytes TAG = Bytes.ofHex("0588960d73d71901");

    /**
     * An attestation by the block at this height.
     *
     * @throws IllegalArgumentException when the height has more than 32 bits or is negative
     */
    public BitcoinAttestation {
        if (!Limit.HEIGHT.allows(height)) {
            throw new IllegalArgumentException("not a block height: " + height);
        }
    }

    @Override
    public Bytes tag() {
        return TAG;
    }

    @Override
    public Bytes payload() {
        return new OtsOutput().number(height).bytes();
    }
}
