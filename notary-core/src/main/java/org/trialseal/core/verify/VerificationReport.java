package org.trialseal.core.verify;

import java.util.List;

/**
 * All that was found about a package.
 *
 * @param checks in the order of docs/proof-format.md
 * @param time since when the statement exists
 * @param ledger the chain of seals up to this one
 * @param disclosed what is shown
 * @param notShown what this does not prove
 */
public record VerificationReport(
        List<Check> checks, TimeResult time, LedgerSummary ledger, List<Disclosed> disclosed, List<NotShown> notShown) {
    public VerificationReport {
        checks = List.copyOf(checks);
        disclosed = List.copyOf(disclosed);
        notShown = List.copyOf(notShown);
    }

    /** The worst of the required checks: any failed, else any indeterminate or missing, else passed. */
    public Result verdict() {
        return verdict(checks);
    }

    static Result verdict(List<Check> checks) {
        List<Check> required = checks.stream().filter(Check::required).toList();
        if (required.stream().anyMatch(check -> check.result() == Result.FAILED)) {
            return Result.FAILED;
        }
        boolean complete = CheckId.ALWAYS.stream()
                .allMatch(id -> required.stream().anyMatch(check -> CheckId.isOf(id, check.id())));
        return complete && required.stream().allMatch(Check::passed) ? Result.PASSED : Result.INDETERMINATE;
    }
}
