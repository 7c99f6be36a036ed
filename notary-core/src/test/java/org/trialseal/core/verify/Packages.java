package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;

/** Verifiers and assertions that tests of this package share. */
final class Packages {
    private Packages() {}

    /** Knows no block of the main chain but the genesis, and does not accept practice. */
    static Verifier strict() {
        return new Verifier(policy());
    }

    /** The same, accepting practice. */
    static Verifier practice() {
        return new Verifier(policy().acceptingPractice());
    }

    static VerificationPolicy policy() {
        return VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()));
    }

    static Check check(VerificationReport report, String id) {
        return report.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + id + " in " + report.checks()));
    }

    static void assertPassed(VerificationReport report) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Result.PASSED);
    }

    static void assertCheck(VerificationReport report, String id, Reason reason) {
        Check check = check(report, id);
        assertThat(check.reason()).as(report.checks().toString()).isEqualTo(reason.code());
        assertThat(check.result()).isEqualTo(reason.result());
        assertThat(check.detail()).endsWith(".");
    }

    static void assertFailed(VerificationReport report, String id, Reason reason) {
        assertThat(reason.result()).isEqualTo(Result.FAILED);
        assertCheck(report, id, reason);
        assertThat(report.verdict()).isEqualTo(Result.FAILED);
    }
}
