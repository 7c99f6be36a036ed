package org.trialseal.core.verify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ConsistencyProof;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.MerkleHash;
import org.trialseal.core.merkle.ProofResult;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Statement;

/**
 * Check {@code append:NAME}: the trees that earlier seals hold of an event log are beginnings of the present one, none
 * is smaller than the one before, and none is left out, as far as the entries themselves tell. Takes them in order.
 */
final class AppendCheck {
    private final LogEntry present;
    private final long seal;
    private final Statements statements;
    private final Faults faults = new Faults();
    private @Nullable EarlierLog first;
    private @Nullable EarlierLog last;
    private boolean incomplete;
    private long count;

    /** The entries of the ledger's statements. */
    interface Statements {
        /** Count and root of the entries of a seal, when its statement is intact. */
        Optional<Statement.Entries> entries(long seal);
    }

    /** @param seal number of the package's seal */
    AppendCheck(LogEntry present, long seal, Statements statements) {
        this.present = present;
        this.seal = seal;
        this.statements = statements;
    }

    void earlier(EarlierLog log, List<Sha256> proof) {
        checkEntry(log);
        checkFollows(log.entry(), log.seal());
        checkBeginning(log, proof);
        first = first == null ? log : first;
        last = log;
        count++;
    }

    private void checkEntry(EarlierLog log) {
        Optional<Statement.Entries> entries = statements.entries(log.seal());
        ProofResult inclusion = entries.isEmpty()
                ? ProofResult.MISSING
                : InclusionProof.verify(
                        log.index(),
                        entries.get().count(),
                        log.entry().leafHash(),
                        log.path(),
                        entries.get().root());
        faults.require(
                inclusion.valid(),
                Reason.ENTRY_DIFFERS,
                "Seal " + log.seal() + " does not hold the log that is shown as its own.");
        faults.require(
                log.entry().name().equals(present.name()),
                Reason.LOG_DIFFERS,
                "What is shown of seal " + log.seal() + " is another log.");
    }

    /** Checks that an entry, of the seal {@code number}, grew from the last one and names it as the one before. */
    private void checkFollows(LogEntry entry, long number) {
        long named = entry.previous().orElse(0);
        long before = last == null ? 0 : last.seal();
        faults.require(
                last == null || last.entry().records() <= entry.records(),
                Reason.LOG_SHRANK,
                "Seal " + number + " holds fewer records than seal " + before + ".");
        faults.require(
                named >= before && named < number,
                Reason.HISTORY_DIFFERS,
                "Seal " + number + " does not name the seal before that holds the log.");
        incomplete |= named > before;
    }

    private void checkBeginning(EarlierLog log, List<Sha256> proof) {
        long records = log.entry().records();
        boolean begins = records == 0
                ? proof.isEmpty() && log.entry().root().equals(MerkleHash.emptyRoot())
                : ConsistencyProof.verify(
                                records, present.records(), log.entry().root(), present.root(), proof)
                        .valid();
        faults.require(
                begins,
                Reason.NOT_APPENDED,
                "The log does not begin with the " + records + " records that seal " + log.seal() + " holds.");
    }

    boolean hasHistory() {
        return last != null;
    }

    /** What was found, once the history was read to its end. */
    Finding finding() {
        if (first == null || last == null) {
            return present.previous().isEmpty()
                    ? new Finding(Reason.OK, "The log begins with this seal.")
                    : new Finding(Reason.NO_HISTORY, "What earlier seals hold of the log is not shown.");
        }
        checkFollows(present, seal);
        return faults.first().orElseGet(this::words);
    }

    private Finding words() {
        if (incomplete) {
            return new Finding(Reason.HISTORY_INCOMPLETE, "Not all earlier seals that hold the log are shown.");
        }
        EarlierLog oldest = java.util.Objects.requireNonNull(first);
        return new Finding(
                Reason.OK,
                "The " + (count + 1) + " seals that hold the log, from seal " + oldest.seal() + " to seal " + seal
                        + ", only appended: " + oldest.entry().records() + " records in the first, "
                        + present.records() + " now.");
    }
}
