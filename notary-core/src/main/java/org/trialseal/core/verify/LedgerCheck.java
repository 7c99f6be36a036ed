package org.trialseal.core.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Statement;

/**
 * Checks {@code statement} and {@code ledger}: every statement has the number of its place and names the digest of the
 * one before it; ledger id, network and study id never change. Takes the statements in order.
 */
final class LedgerCheck {
    private final long seal;
    private final Map<Long, Statement.Entries> entries = new HashMap<>();
    private final List<LedgerSummary.Line> lines = new ArrayList<>();
    private long places;
    private @Nullable Finding fault;
    private @Nullable Statement last;
    private @Nullable Sha256 lastDigest;

    /** @param seal number of the package's seal */
    LedgerCheck(long seal) {
        this.seal = seal;
    }

    /** The next statement. */
    void add(Statement statement, Sha256 digest) {
        places++;
        checkPlace(statement);
        if (last != null) {
            checkSuccession(last, statement);
        }
        last = statement;
        lastDigest = digest;
        entries.put(places, statement.entries());
        lines.add(new LedgerSummary.Line(
                statement.place().seal(),
                statement.milestone(),
                statement.title(),
                statement.claimedTime(),
                statement.place().supersedes()));
    }

    /** The next statement cannot be used. */
    void addDamaged() {
        places++;
        last = null;
        lastDigest = null;
        fail(Reason.DAMAGED, "The statement of seal " + places + " is damaged.");
    }

    private void checkPlace(Statement statement) {
        if (statement.place().seal() != places) {
            fail(
                    Reason.NUMBER_DIFFERS,
                    "The statement at place " + places + " is that of seal "
                            + statement.place().seal() + ".");
        }
        if (!statement.place().previous().equals(Optional.ofNullable(lastDigest))) {
            fail(Reason.CHAIN_BROKEN, "Seal " + places + " does not follow the statement that stands before it.");
        }
    }

    private void checkSuccession(Statement before, Statement statement) {
        boolean same = before.ledger().equals(statement.ledger())
                && before.network() == statement.network()
                && before.study().id().equals(statement.study().id());
        if (!same) {
            fail(Reason.LEDGER_CHANGED, "Seal " + places + " belongs to another ledger, network or study.");
        }
    }

    private void fail(Reason reason, String detail) {
        if (fault == null) {
            fault = new Finding(reason, detail);
        }
    }

    /** Count and root of the entries of a seal, unless its statement is damaged. */
    Optional<Statement.Entries> entries(long number) {
        return Optional.ofNullable(entries.get(number));
    }

    /** The statement of the package's seal, unless it is damaged or has another number. */
    Optional<Statement> statement() {
        boolean right = last != null && places == seal && last.place().seal() == seal;
        return right ? Optional.ofNullable(last) : Optional.empty();
    }

    /** The digest of {@link #statement()}. */
    Optional<Sha256> digest() {
        return statement().isPresent() ? Optional.ofNullable(lastDigest) : Optional.empty();
    }

    Check statementCheck() {
        if (statement().isPresent()) {
            return Check.required(CheckId.STATEMENT, Reason.OK, "The statement of seal " + seal + " is well formed.");
        }
        return last == null
                ? Check.required(CheckId.STATEMENT, Reason.DAMAGED, "The statement of seal " + seal + " is damaged.")
                : Check.required(
                        CheckId.STATEMENT,
                        Reason.NUMBER_DIFFERS,
                        "The statement is that of seal " + last.place().seal() + ", not " + seal + ".");
    }

    Check ledgerCheck() {
        if (fault != null) {
            return Check.of(CheckId.LEDGER, fault, true);
        }
        return Check.required(
                CheckId.LEDGER,
                Reason.OK,
                seal == 1
                        ? "This is the first seal of its ledger."
                        : "Seals 1 to " + seal + " follow one another without a gap.");
    }

    LedgerSummary summary() {
        return new LedgerSummary(seal, statement(), lines);
    }
}
