package org.trialseal.app.work.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.trialseal.app.work.HashedFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Limit;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** Examines with what lies on this computer. */
public final class OfflineExaminer implements Examiner {
    private static final byte[] TIMESTAMP = {0, 'O', 'p', 'e', 'n', 'T', 'i', 'm', 'e', 's'};
    private static final String SUFFIX = ".ots";

    /** An evidence folder keeps the timestamp of its statement one folder below it. */
    private static final String ANCHORS = "anchors";

    private static final int BUFFER = 1 << 16;

    private final Supplier<VerificationPolicy> policies;

    /** @param policies gives what is demanded now; asked for each file */
    public OfflineExaminer(Supplier<VerificationPolicy> policies) {
        this.policies = policies;
    }

    @Override
    public Examination examine(Question question) throws IOException, MalformedException {
        VerificationPolicy standard = policies.get();
        VerificationPolicy policy = question.practice() ? standard.acceptingPractice() : standard;
        return isTimestamp(question.file()) ? timestamp(question, policy) : proof(question.file(), policy);
    }

    /**
     * Examines a package.
     *
     * @throws MalformedException when it has not the form of one
     */
    public static Examination.OfPackage proof(Path path, VerificationPolicy policy)
            throws IOException, MalformedException {
        HashedFile file = new HashedFile(PathFile.of(path));
        VerificationReport report = new Verifier(policy).verify(file);
        HashedFile.Read read = file.read().orElseThrow();
        return new Examination.OfPackage(path, read.length(), read.digest(), policy, report);
    }

    /** Whether a file begins as an OpenTimestamps proof does. */
    public static boolean isTimestamp(Path file) throws IOException {
        try (InputStream in = PathFile.of(file).open()) {
            return Arrays.equals(in.readNBytes(TIMESTAMP.length), TIMESTAMP);
        }
    }

    /**
     * Reads a timestamp.
     *
     * @throws MalformedException when it is not well formed
     */
    public static DetachedTimestamp timestamp(DataFile file) throws IOException, MalformedException {
        try (InputStream in = file.open()) {
            return DetachedTimestamp.read(file.name(), in.readNBytes((int) Limit.FILE.max() + 1));
        }
    }

    /**
     * Examines a timestamp.
     *
     * @throws MalformedException when it has not the form of one
     */
    public static Examination.OfTimestamp timestamp(Question question, VerificationPolicy policy)
            throws IOException, MalformedException {
        HashedFile file = new HashedFile(PathFile.of(question.file()));
        DetachedTimestamp proof = timestamp(file);
        HashedFile.Read read = file.read().orElseThrow();
        Optional<Path> about = question.about().or(() -> beside(question.file()));
        Optional<Sha256> digest = about.isPresent() ? Optional.of(digest(about.get())) : Optional.empty();
        boolean practice = about.isPresent() && isPracticeStatement(about.get());
        TimestampChecks checks = TimestampChecks.of(proof, digest, policy, practice);
        return new Examination.OfTimestamp(
                question.file(), read.length(), read.digest(), policy, about, proof, checks.checks(), checks.time());
    }

    private static Optional<Path> beside(Path timestamp) {
        String name = String.valueOf(timestamp.getFileName());
        if (!name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String about = name.substring(0, name.length() - SUFFIX.length());
        Path file = timestamp.toAbsolutePath().resolveSibling(about);
        Path parent = file.getParent();
        if (Files.isRegularFile(file) || parent == null || !parent.endsWith(ANCHORS)) {
            return Optional.of(file).filter(Files::isRegularFile);
        }
        return Optional.of(parent.resolveSibling(about)).filter(Files::isRegularFile);
    }

    private static boolean isPracticeStatement(Path about) throws IOException {
        if (Files.size(about) > Statement.MAX_LENGTH) {
            return false;
        }
        try {
            return Statement.parse(about.toString(), Files.readAllBytes(about)).network() == Network.PRACTICE;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static Sha256 digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            java.security.MessageDigest sha = Sha256.newDigest();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return Sha256.wrap(sha.digest());
        }
    }
}
