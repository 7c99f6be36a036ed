package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.seal.DatasetEntry;

/** Brings together what was found of one dataset: by its file's bytes, and by its records. */
final class Conclusion {
    private final DatasetEntry entry;
    private final ImportSettings sealed;
    private final FileBytes bytes;
    private final LaterTable table;
    private final DatasetComparison.Result result;
    private final List<Note> notes = new ArrayList<>();
    private List<FoundDifference> differences;

    Conclusion(
            DatasetEntry entry,
            ImportSettings sealed,
            FileBytes bytes,
            LaterTable table,
            DatasetComparison.Result result) {
        this.entry = entry;
        this.sealed = sealed;
        this.bytes = bytes;
        this.table = table;
        this.result = result;
        this.differences = result.differences();
        if (table.byColumns()) {
            notes.add(Note.of(
                    Code.BY_COLUMNS, table.plan().name(), table.file().file().name()));
        }
        notes.addAll(result.notes());
    }

    DatasetComparison.Result result() {
        return result;
    }

    void note(Note note) {
        notes.add(note);
    }

    /** Replaces the differences by the same with old values. */
    void replace(List<FoundDifference> withOldValues) {
        differences = withOldValues;
    }

    ArtifactComparison comparison() {
        State state = state();
        List<Note> all = new ArrayList<>(notes);
        all.addAll(OtherDefine.notes(sealed, table.plan().settings()));
        if (state == State.RE_ENCODED) {
            all.addAll(Rewriting.notes(sealed, table.plan().settings()));
        } else if (state == State.IDENTICAL) {
            all.add(Note.of(Code.ALL_BUT_BYTES));
        }
        List<Difference> listed =
                differences.stream().map(FoundDifference::toDifference).toList();
        return new ArtifactComparison(entry.name(), state, result.rows(), result.counts(), listed, all);
    }

    private State state() {
        if (!result.counts().isNone() || result.columnsAltered()) {
            return State.ALTERED;
        }
        if (result.uncompared()) {
            return State.UNKNOWN;
        }
        return bytes == FileBytes.UNKNOWN ? State.IDENTICAL : State.RE_ENCODED;
    }
}
