package org.trialseal.core.verify;

/**
 * The result of one check.
 *
 * @param id its id in docs/proof-format.md, e.g. {@code ledger} or {@code data:LB}
 * @param reason why, for programs
 * @param detail why, in plain words
 * @param required whether the verdict depends on it
 */
public record Check(String id, Result result, String reason, String detail, boolean required) {
    static Check required(String id, Reason reason, String detail) {
        return new Check(id, reason.result(), reason.code(), detail, true);
    }

    static Check of(String id, Reason reason, String detail, boolean required) {
        return new Check(id, reason.result(), reason.code(), detail, required);
    }

    static Check of(String id, Finding finding, boolean required) {
        return of(id, finding.reason(), finding.detail(), required);
    }

    boolean passed() {
        return result == Result.PASSED;
    }
}
