package org.trialseal.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.proof.PackageReader;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Statement;

/**
 * Verifies proof packages under one policy. Reads a package once, as a stream, in bounded memory: a few MiB, 64 bytes
 * for each subject entry that is listed, and the largest single record. Safe for use by several threads at once.
 */
public final class Verifier {
    private final VerificationPolicy policy;

    /** A verifier that demands what {@code policy} says. */
    public Verifier(VerificationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Verifies a package.
     *
     * @throws MalformedException when it does not have the form of docs/proof-format.md
     */
    public VerificationReport verify(DataFile packageFile) throws IOException, MalformedException {
        return verify(packageFile, DisclosureListener.NONE);
    }

    /**
     * Verifies a package and hands on what it shows while reading.
     *
     * @throws MalformedException when it does not have the form of docs/proof-format.md; what the listener received
     *     before then counts for nothing
     */
    public VerificationReport verify(DataFile packageFile, DisclosureListener listener)
            throws IOException, MalformedException {
        try (InputStream in = packageFile.open()) {
            PackageReader reader = PackageReader.open(packageFile.name(), in);
            return new PackageVerification(reader, policy, listener).run();
        }
    }

    /**
     * Judges the time of a statement that lies in no package yet, as it would be judged in one.
     *
     * @param digest of the statement
     * @param timestamp its proof, if there is one
     * @param headers kept with it, if there are any
     */
    public TimeFinding time(
            Statement statement, Sha256 digest, Optional<DetachedTimestamp> timestamp, Optional<HeaderRun> headers)
            throws IOException {
        return TimeCheck.of(statement, digest, timestamp, headers, policy);
    }
}
