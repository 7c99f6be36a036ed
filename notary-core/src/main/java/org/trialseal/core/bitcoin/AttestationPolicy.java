package org.trialseal.core.bitcoin;

import java.math.BigInteger;

/**
 * By which chain, and how strictly, blocks are judged. The chain is the program's choice, never a package's.
 *
 * @param checkpoints the blocks taken as given, and with them the rules of the chain
 * @param minimumWork the expected hashes that must stand on top of a block above the newest checkpoint, 0 or more
 * @param practiceAccepted whether a block on the practice network may pass
 */
public record AttestationPolicy(Checkpoints checkpoints, BigInteger minimumWork, boolean practiceAccepted) {
    /** The fewest blocks on top of one that counts as proven by work. */
    public static final int MINIMUM_BLOCKS_ON_TOP = 6;

    /** @throws IllegalArgumentException when the minimum is negative */
    public AttestationPolicy {
        if (minimumWork.signum() < 0) {
            throw new IllegalArgumentException("negative minimum of work");
        }
    }

    /** No minimum of work, and no practice. */
    public static AttestationPolicy standard(Checkpoints checkpoints) {
        return new AttestationPolicy(checkpoints, BigInteger.ZERO, false);
    }

    /** The same with another minimum of work. */
    public AttestationPolicy withMinimumWork(BigInteger minimum) {
        return new AttestationPolicy(checkpoints, minimum, practiceAccepted);
    }

    /** The same, accepting the practice network. */
    public AttestationPolicy acceptingPractice() {
        return new AttestationPolicy(checkpoints, minimumWork, true);
    }
}
