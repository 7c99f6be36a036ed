package org.trialseal.core.verify;

import java.util.Set;
import org.trialseal.core.bitcoin.AttestationPolicy;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Network;

/**
 * What a verifier demands. It comes from the program and its user, never from a package.
 *
 * @param bitcoin how blocks of the main chain are judged
 * @param practice how blocks of the practice network are judged
 * @param known headers of the main chain from elsewhere, which a package must not contradict; none are needed
 * @param signers digests (SHA-256 of the SubjectPublicKeyInfo) of keys whose signatures are demanded
 */
public record VerificationPolicy(
        AttestationPolicy bitcoin, AttestationPolicy practice, KnownHeaders known, Set<Sha256> signers) {
    public VerificationPolicy {
        signers = Set.copyOf(signers);
    }

    /** The main chain by these checkpoints, no minimum of work, no practice, no signer demanded. */
    public static VerificationPolicy standard(Checkpoints checkpoints) {
        return new VerificationPolicy(
                AttestationPolicy.standard(checkpoints),
                AttestationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.practice())),
                KnownHeaders.NONE,
                Set.of());
    }

    /** The same, accepting the practice network. */
    public VerificationPolicy acceptingPractice() {
        return new VerificationPolicy(bitcoin, practice.acceptingPractice(), known, signers);
    }

    /** The same with another minimum of work. */
    public VerificationPolicy withMinimumWork(java.math.BigInteger minimum) {
        return new VerificationPolicy(bitcoin.withMinimumWork(minimum), practice, known, signers);
    }

    /** The same, demanding signatures by these keys. */
    public VerificationPolicy withSigners(Set<Sha256> demanded) {
        return new VerificationPolicy(bitcoin, practice, known, demanded);
    }

    /** The same, knowing these headers of the main chain. */
    public VerificationPolicy knowing(HeaderRun headers) {
        return knowing(KnownHeaders.of(headers));
    }

    /** The same, knowing these headers of the main chain. */
    public VerificationPolicy knowing(KnownHeaders headers) {
        return new VerificationPolicy(bitcoin, practice, headers, signers);
    }

    AttestationPolicy of(Network network) {
        return network == Network.BITCOIN ? bitcoin : practice;
    }
}
