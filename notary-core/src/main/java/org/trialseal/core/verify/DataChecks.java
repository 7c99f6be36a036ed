package org.trialseal.core.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.proof.DatasetDisclosureReader;
import org.trialseal.core.proof.DocumentContent;
import org.trialseal.core.proof.EntryName;
import org.trialseal.core.proof.LogDisclosureReader;
import org.trialseal.core.proof.PackageEntry;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;

/** Checks {@code data} and {@code completeness} of every artifact that is shown. */
final class DataChecks {
    private final DisclosureListener listener;
    private final long seal;
    private final AppendCheck.Statements statements;
    private final List<Check> checks = new ArrayList<>();
    private final List<Disclosed> disclosed = new ArrayList<>();

    /** @param seal number of the package's seal */
    DataChecks(DisclosureListener listener, long seal, AppendCheck.Statements statements) {
        this.listener = listener;
        this.seal = seal;
        this.statements = statements;
    }

    /** What one artifact came to, if the bytes it was read from are intact. */
    interface Pending {
        void settle(boolean intact) throws IOException;
    }

    /**
     * Reads what is shown of an artifact.
     *
     * @param artifact its entry, when it was opened and proven
     * @return to be settled once the package entry was read to its end
     * @throws MalformedException when it does not follow its grammar
     */
    Pending read(PackageEntry shown, Optional<OpenedArtifact> artifact) throws IOException, MalformedException {
        EntryName name = shown.name();
        if (artifact.isEmpty()) {
            return undecided(name.file(), Reason.NOT_OPENED, "The entry it belongs to is not opened, or did not pass.");
        }
        OpenedArtifact opened = artifact.get();
        if (name.kind() == EntryName.Kind.DISCLOSURE && opened.entry() instanceof DatasetEntry) {
            return readDataset(shown, opened, (DatasetEntry) opened.entry());
        }
        if (name.kind() == EntryName.Kind.CONTENT && opened.entry() instanceof DocumentEntry) {
            return readDocument(shown, opened, (DocumentEntry) opened.entry());
        }
        if (name.kind() == EntryName.Kind.LOG && opened.entry() instanceof LogEntry) {
            return readLog(shown, opened, (LogEntry) opened.entry());
        }
        return undecided(
                opened.entry().name(), Reason.KIND_DIFFERS, "What is shown is of another kind than its entry.");
    }

    private Pending undecided(String name, Reason reason, String detail) {
        return intact -> add(name, new Finding(reason, detail), intact);
    }

    private Pending readDataset(PackageEntry shown, OpenedArtifact artifact, DatasetEntry entry)
            throws IOException, MalformedException {
        if (artifact.schema().isEmpty() || artifact.settings().isEmpty()) {
            return undecided(entry.name(), Reason.NOT_OPENED, "Schema and settings of the dataset are not opened.");
        }
        Schema schema = artifact.schema().get();
        ImportSettings settings = artifact.settings().get();
        OptionalInt subject = settings.subject().map(schema::indexOf).orElse(OptionalInt.empty());
        listener.beginDataset(artifact.index(), entry, schema, settings);
        DatasetCheck check = new DatasetCheck(entry, subject.orElse(-1) + 1, listener);
        DatasetDisclosureReader.read(shown.name().text(), shown.stream(), artifact.index(), entry.shape(), check);
        return intact -> {
            boolean passed = add(entry.name(), check.finding(), intact);
            if (intact) {
                checks.add(Check.of(CheckId.completeness(entry.name()), check.completeness(), check.namesSubjects()));
            }
            if (passed) {
                disclosed.add(check.tally().disclosed(artifact.index(), entry.name(), schema));
            }
            listener.end(artifact.index(), passed);
        };
    }

    private Pending readLog(PackageEntry shown, OpenedArtifact artifact, LogEntry entry)
            throws IOException, MalformedException {
        if (artifact.logSchemas().isEmpty() || artifact.settings().isEmpty()) {
            return undecided(entry.name(), Reason.NOT_OPENED, "Schemas and settings of the log are not opened.");
        }
        LogSchemas schemas = artifact.logSchemas().get();
        listener.beginLog(artifact.index(), entry, schemas, artifact.settings().get());
        LogCheck check = new LogCheck(entry, schemas, new AppendCheck(entry, seal, statements), listener);
        LogDisclosureReader.read(
                shown.name().text(),
                shown.stream(),
                new LogDisclosureReader.Place(seal, artifact.index()),
                entry.records(),
                schemas,
                check);
        return intact -> {
            boolean passed = add(entry.name(), check.finding(), intact);
            if (intact) {
                checks.add(Check.of(CheckId.completeness(entry.name()), check.completeness(), false));
                checks.add(check.appendCheck());
            }
            if (passed) {
                disclosed.add(check.disclosed(artifact.index()));
            }
            listener.end(artifact.index(), passed);
        };
    }

    private Pending readDocument(PackageEntry shown, OpenedArtifact artifact, DocumentEntry entry)
            throws IOException, MalformedException {
        listener.beginDocument(artifact.index(), entry);
        DocumentCheck check = new DocumentCheck(entry, artifact.file(), listener);
        DocumentContent.read(shown.name().text(), shown.stream(), artifact.index(), check);
        return intact -> {
            boolean passed = add(entry.name(), check.finding(), intact);
            if (passed) {
                disclosed.add(document(artifact.index(), entry));
            }
            listener.end(artifact.index(), passed);
        };
    }

    private static Disclosed document(int artifact, DocumentEntry entry) {
        Disclosed.Part all = new Disclosed.Part(1, 1);
        return new Disclosed(
                artifact, entry.name(), "document", Disclosed.Extent.WHOLE, all, all, List.of(), List.of(), List.of());
    }

    /** What was shown of an artifact could not even be read, because it is damaged. */
    void addDamaged(EntryName name, Optional<OpenedArtifact> artifact) throws IOException {
        String id = artifact.map(opened -> opened.entry().name()).orElse(name.file());
        checks.add(Check.of(CheckId.data(id), damaged(), true));
        if (artifact.isPresent()) {
            listener.end(artifact.get().index(), false);
        }
    }

    private boolean add(String name, Finding finding, boolean intact) {
        checks.add(Check.of(CheckId.data(name), intact ? finding : damaged(), true));
        return intact && finding.reason() == Reason.OK;
    }

    private static Finding damaged() {
        return new Finding(Reason.DAMAGED, "What is shown was damaged after the package was made.");
    }

    /** One check or two for each artifact, in their order; an indeterminate one when nothing is shown. */
    List<Check> checks() {
        return checks.isEmpty()
                ? List.of(Check.required(CheckId.DATA, Reason.NOTHING_SHOWN, "The package shows no data."))
                : checks;
    }

    /** What passed. */
    List<Disclosed> disclosed() {
        return disclosed;
    }
}
