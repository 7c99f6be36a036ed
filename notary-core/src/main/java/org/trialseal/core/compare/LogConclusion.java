package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;

/** What the comparison of one later export with a sealed event log comes to. */
record LogConclusion(
        LogEntry entry, ImportSettings sealed, FileBytes bytes, ColumnMapping mapping, LogComparison.Result result) {

    /** Gives the sealed log beside an export that has all its columns. */
    interface Beside {
        SealedLog of(LaterTable table) throws MalformedException;
    }

    /**
     * Compares; empty when the export lacks columns of the log.
     *
     * @param all takes every difference, where they are all wanted
     */
    static Optional<LogConclusion> of(
            LogEntry entry,
            ImportSettings sealed,
            LogSchemas schemas,
            FileBytes bytes,
            LaterTable table,
            Beside beside,
            Optional<PendingDifferences> all,
            InOrderPass.Progress progress)
            throws IOException, MalformedException {
        ColumnMapping mapping = ColumnMapping.of(schemas.last(), table.plan().schema());
        if (!mapping.isComplete()) {
            return Optional.empty();
        }
        try (TableReader reader = LaterTableReader.open(table, sealed)) {
            LogComparison.Result result =
                    new LogComparison(beside.of(table), table.plan(), all).compare(reader, progress);
            return Optional.of(new LogConclusion(entry, sealed, bytes, mapping, result));
        }
    }

    static ArtifactComparison lacksColumns(LogEntry entry) {
        return ArtifactComparison.altered(entry.name(), Code.LOG_LACKS_COLUMNS);
    }

    /** @param old adds what sealed records said, where it is known */
    ArtifactComparison comparison(LaterTable table, UnaryOperator<Difference> old) {
        List<Note> notes = new ArrayList<>(result.notes());
        notes.addAll(mapping.notes());
        notes.addAll(OtherDefine.notes(sealed, table.plan().settings()));
        State state = state();
        if (state == State.RE_ENCODED) {
            String order = sealed.options().getOrDefault(LogOrder.OPTION, "");
            notes.addAll(Rewriting.notes(sealed, table.plan().settings().withOption(LogOrder.OPTION, order)));
        } else if (state == State.IDENTICAL) {
            notes.add(Note.of(Code.ALL_BUT_BYTES));
        }
        List<Difference> listed = result.differences().stream().map(old).toList();
        return new ArtifactComparison(entry.name(), state, result.rows(), result.counts(), listed, notes);
    }

    private State state() {
        if (!result.counts().isNone() || mapping.isAltered()) {
            return State.ALTERED;
        }
        if (result.uncompared()) {
            return State.UNKNOWN;
        }
        return bytes == FileBytes.UNKNOWN ? State.IDENTICAL : State.RE_ENCODED;
    }
}
