package org.trialseal.core.prove;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.prove.ProofPreview.Part;
import org.trialseal.core.prove.ProofPreview.Table;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;

/** What was read of one event log. */
final class LogPreview implements TablePreview {
    /** What the entry of an earlier seal takes, with its path and the proof that nothing but appending happened. */
    private static final long EARLIER = 1_500;

    private final int artifact;
    private final LogEntry entry;
    private final LogSchemas schemas;
    private final int earlier;
    private final boolean whole;
    private final ShownRows rows;
    private final long shown;

    /** @param proof that has collected {@code rows} */
    LogPreview(LogEvidence evidence, Wanted wanted, LogProof proof, ShownRows rows) throws MalformedException {
        this.artifact = evidence.artifact();
        this.entry = evidence.entry();
        this.schemas = evidence.schemas();
        this.earlier = evidence.earlier().size();
        this.whole = wanted.isWhole();
        this.rows = rows;
        this.shown = proof.shownRecords();
    }

    @Override
    public int artifact() {
        return artifact;
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public boolean isUnprovable() {
        return shown == 0 && !whole;
    }

    @Override
    public Table shown(List<String> fields, String source, boolean opened) {
        BitSet columns = Wanted.columns(schemas.last(), fields);
        return new Table(
                artifact,
                entry.name(),
                true,
                new Part(shown, entry.records()),
                new Part(0, 0),
                false,
                false,
                false,
                List.of(),
                schemas.last().names(),
                TablePreview.names(schemas.last(), columns),
                source,
                opened,
                earlier,
                rows.first().stream().map(row -> line(row, columns)).toList());
    }

    /** A record has the columns of the schema that it was first sealed under. */
    private Line line(ShownRows.First row, BitSet columns) {
        Schema own = schemas.schema(schemas.numberAt(row.index()));
        BitSet held = (BitSet) columns.clone();
        columns.stream()
                .filter(column -> own.indexOf(
                                schemas.last().columns().get(column - 1).name())
                        .isEmpty())
                .forEach(held::clear);
        return TablePreview.line(row, schemas.last(), held, OptionalLong.empty(), Optional.empty());
    }

    @Override
    public long length(List<String> fields) {
        BitSet columns = Wanted.columns(schemas.last(), fields);
        return DisclosureSize.partial(shown, CommitmentRuns.ofLog(entry.columns()), columns, rows)
                + DisclosureSize.paths(shown, entry.records())
                + EARLIER * earlier;
    }
}
