package org.trialseal.app.cli;

import org.trialseal.app.work.anchor.AnchorState;
import org.trialseal.core.anchor.AttestationReport;
import org.trialseal.core.anchor.CalendarReport;
import org.trialseal.core.anchor.Confirmed;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.NotAllowed;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.StillPending;
import org.trialseal.core.anchor.UpgradeOutcome;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.evidence.EvidenceFolder;

/** Tells how stamping and upgrading went, and which exit code that is. */
final class AnchorWords {
    private final Output output;

    AnchorWords(Output output) {
        this.output = output;
    }

    /** Tells how stamping went; gives the exit code. */
    int tell(StampResult result) {
        for (CalendarReport report : result.calendars()) {
            if (report.answer() instanceof Failed failed) {
                output.detail(report.uri() + ": " + failed.reason());
            }
        }
        switch (result.status()) {
            case STAMPED:
                output.result("Handed to " + SealWords.number(result.operators(), "calendar operator")
                        + "; pending until a block holds it. Run 'trialseal anchor' again in a few hours.");
                return ExitCode.PASSED;
            case BELOW_QUORUM:
                output.warn("only " + SealWords.number(result.operators(), "calendar operator") + " of "
                        + result.required() + " answered; run 'trialseal anchor --again' later for the others");
                return ExitCode.PASSED;
            default:
                output.warn("no calendar could be reached; the folder is safe, run 'trialseal anchor' later");
                return ExitCode.UNREACHABLE;
        }
    }

    /** Tells how upgrading went; gives the exit code. */
    int tell(UpgradeResult result) {
        boolean unreachable = true;
        for (AttestationReport report : result.attestations()) {
            output.detail(report.uri() + ": " + words(report.outcome()));
            unreachable &= report.outcome() instanceof Failed;
        }
        if (result.namesBlock()) {
            output.result("The proof names a block. 'trialseal verify' on a package says what that is worth.");
            return ExitCode.PASSED;
        }
        if (unreachable && !result.attestations().isEmpty()) {
            output.warn("no calendar gave an answer that counts; the proof stays pending, try again later");
            return ExitCode.UNREACHABLE;
        }
        output.result("Still pending: a block is named a few hours after sealing. Try again later.");
        return ExitCode.INDETERMINATE;
    }

    /** Makes sure that nobody overlooks a proof that has been pending for seven days. */
    static void warnWhenOverdue(AnchorState state, Workspace workspace, EvidenceFolder folder) {
        RetryPolicy.Age age = RetryPolicy.standard()
                .age(folder.statement().claimedTime(), workspace.clock().instant());
        if (state == AnchorState.PENDING && age != RetryPolicy.Age.WAITING) {
            workspace
                    .output()
                    .warn(
                            "the proof has been pending for more than seven days: run 'trialseal anchor', and if that does"
                                    + " not help, 'trialseal anchor --again'");
        }
    }

    private static String words(UpgradeOutcome outcome) {
        if (outcome instanceof StillPending pending) {
            return "pending (" + pending.reason() + ")";
        }
        if (outcome instanceof Failed failed) {
            return failed.reason();
        }
        if (outcome instanceof NotAllowed) {
            return "not asked: it is not on the allow-list";
        }
        return outcome instanceof Confirmed ? "has a block already" : "gave a block";
    }
}
