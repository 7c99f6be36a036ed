package org.trialseal.app.work.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;

/** What was found about a file that somebody handed over. */
public sealed interface Examination {
    /** The file. */
    Path file();

    /** Its length in bytes. */
    long length();

    /** The SHA-256 of the bytes that were examined. */
    Sha256 digest();

    /** By what it was judged. */
    VerificationPolicy policy();

    /** The checks, in order. */
    List<Check> checks();

    /** Since when it exists. */
    TimeResult time();

    /** What the required checks come to together. */
    Result verdict();

    /**
     * A proof package.
     *
     * @param digest of the bytes that were verified
     * @param policy by which they were judged
     * @param report all that was found
     */
    record OfPackage(Path file, long length, Sha256 digest, VerificationPolicy policy, VerificationReport report)
            implements Examination {
        @Override
        public List<Check> checks() {
            return report.checks();
        }

        @Override
        public TimeResult time() {
            return report.time();
        }

        @Override
        public Result verdict() {
            return report.verdict();
        }
    }

    /**
     * An OpenTimestamps proof by itself.
     *
     * @param digest of its bytes
     * @param policy by which it was judged
     * @param about the file that it is said to be about, when there is one
     * @param proof what it holds
     */
    record OfTimestamp(
            Path file,
            long length,
            Sha256 digest,
            VerificationPolicy policy,
            Optional<Path> about,
            DetachedTimestamp proof,
            List<Check> checks,
            TimeResult time)
            implements Examination {
        public OfTimestamp {
            checks = List.copyOf(checks);
        }

        @Override
        public Result verdict() {
            if (checks.stream().anyMatch(check -> check.result() == Result.FAILED)) {
                return Result.FAILED;
            }
            boolean passed = checks.stream().allMatch(check -> check.result() == Result.PASSED);
            return passed && !checks.isEmpty() ? Result.PASSED : Result.INDETERMINATE;
        }
    }
}
