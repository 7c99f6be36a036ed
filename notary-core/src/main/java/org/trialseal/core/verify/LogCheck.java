package org.trialseal.core.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.ProofResult;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.merkle.TreeHasher;
import org.trialseal.core.proof.LogVisitor;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.RecordHasher;

/**
 * Check {@code data:NAME} of an event log, while its disclosure is read: every record shown leads to the sealed root,
 * under the schema that it was first sealed with.
 */
final class LogCheck implements LogVisitor {
    private final LogEntry entry;
    private final LogSchemas schemas;
    private final AppendCheck append;
    private final DisclosureListener listener;
    private final List<ShownLeaf> leaves;
    private final TreeHasher trees = new TreeHasher();
    private final RootBuilder root = new RootBuilder(trees);
    private final Faults faults = new Faults();
    private final Set<String> columns = new HashSet<>();
    private boolean allFields = true;
    private long shown;

    LogCheck(LogEntry entry, LogSchemas schemas, AppendCheck append, DisclosureListener listener) {
        this.entry = entry;
        this.schemas = schemas;
        this.append = append;
        this.listener = listener;
        this.leaves = schemas.list().stream()
                .map(since -> new ShownLeaf(RecordHasher.ofLog(since.schema())))
                .toList();
    }

    @Override
    public void earlier(EarlierLog log, List<Sha256> proof) {
        append.earlier(log, proof);
    }

    @Override
    public void records(long count) {
        shown = count;
    }

    @Override
    public void shown(ShownRecord record) throws IOException {
        int number = schemas.numberAt(record.index());
        Sha256 leaf = leaves.get(number).of(record);
        if (record.path().isEmpty()) {
            root.add(leaf);
        } else {
            ProofResult inclusion = InclusionProof.verify(
                    trees, record.index(), entry.records(), leaf, record.path().get(), entry.root());
            faults.require(
                    inclusion.valid(),
                    inclusion == ProofResult.ROOT_DIFFERS ? Reason.RECORD_DIFFERS : Reason.PATH_DIFFERS,
                    "A record is not the one that was sealed: " + inclusion.words() + ".");
        }
        count(record, schemas.schema(number));
        listener.shown(record);
    }

    private void count(ShownRecord record, Schema schema) {
        int column = 0;
        int open = 0;
        for (ShownRun run : record.runs()) {
            if (run instanceof ShownRun.Hidden) {
                column += RecordHasher.RUN;
                continue;
            }
            for (ShownField field : ((ShownRun.Open) run).fields()) {
                if (field instanceof ShownField.Open) {
                    columns.add(schema.columns().get(column).name());
                    open++;
                }
                column++;
            }
        }
        allFields &= open == schema.size();
    }

    private boolean isAllShown() {
        return shown == entry.records();
    }

    /** What was found, once the disclosure was read to its end. */
    Finding finding() {
        if (isAllShown()) {
            faults.require(
                    root.root().equals(entry.root()),
                    Reason.ROOT_DIFFERS,
                    "The records are not those that were sealed.");
        }
        return faults.first()
                .orElseGet(() -> shown > 0 || isAllShown()
                        ? new Finding(Reason.OK, "What is shown is what was sealed.")
                        : new Finding(Reason.NOTHING_SHOWN, "Nothing of the log is shown."));
    }

    /** Check {@code append:NAME}. */
    Check appendCheck() {
        return Check.of(CheckId.append(entry.name()), append.finding(), append.hasHistory());
    }

    Finding completeness() {
        if (finding().reason() != Reason.OK) {
            return new Finding(Reason.NOT_CHECKED, "What is shown did not pass, so that nothing is said of the rest.");
        }
        return isAllShown()
                ? new Finding(Reason.OK, "All records of the log are shown.")
                : new Finding(Reason.RECORDS_HIDDEN, "Whether these are all records of somebody is not shown.");
    }

    Disclosed disclosed(int artifact) {
        Disclosed.Part part = new Disclosed.Part(shown, entry.records());
        return new Disclosed(
                artifact,
                entry.name(),
                "log",
                extent(),
                new Disclosed.Part(0, 0),
                part,
                schemas.last().names().stream().filter(columns::contains).toList(),
                List.of(),
                List.of());
    }

    private Disclosed.Extent extent() {
        if (!allFields) {
            return Disclosed.Extent.FIELDS;
        }
        return isAllShown() ? Disclosed.Extent.WHOLE : Disclosed.Extent.RECORDS;
    }
}
