package org.trialseal.core.prove;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.prove.ProofPreview.Part;
import org.trialseal.core.prove.ProofPreview.Table;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.DatasetEntry;

/** What was read of one dataset. */
final class DatasetPreview implements TablePreview {
    private final int artifact;
    private final DatasetEntry entry;
    private final Schema schema;
    private final boolean listed;
    private final ShownRows rows;
    private final Map<Long, Optional<Cell>> subjects = new HashMap<>();
    private final Part records;
    private final Part groups;
    private final List<String> absent;
    private final long framing;

    /** @param collected that has collected {@code rows} */
    DatasetPreview(DatasetEvidence evidence, Wanted wanted, CollectedRows collected, ShownRows rows)
            throws IOException {
        this.artifact = evidence.artifact();
        this.entry = evidence.entry();
        this.schema = evidence.schema();
        this.listed = !wanted.isOfRecords();
        this.rows = rows;
        this.records = new Part(collected.shown(), entry.shape().records());
        this.groups = new Part(collected.groups(), entry.shape().groups());
        this.absent = List.copyOf(collected.absent());
        this.framing = collected.framing(listed);
        rows.first()
                .forEach(row ->
                        subjects.put(row.group(), listed ? collected.subject(row.values(), 0) : Optional.empty()));
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
        return false;
    }

    @Override
    public Table shown(List<String> fields, String source, boolean opened) {
        BitSet columns = Wanted.columns(schema, fields);
        boolean wholeGroups = listed && fields.isEmpty() && records.shown() > 0;
        return new Table(
                artifact,
                entry.name(),
                false,
                records,
                groups,
                listed && entry.shape().grouped(),
                listed,
                wholeGroups,
                absent,
                schema.names(),
                TablePreview.names(schema, columns),
                source,
                opened,
                0,
                rows.first().stream()
                        .map(row -> line(row, columns, wholeGroups))
                        .toList());
    }

    private Line line(ShownRows.First row, BitSet columns, boolean wholeGroups) {
        Optional<Cell> subject = subjects.getOrDefault(row.group(), Optional.empty());
        OptionalLong position = wholeGroups ? OptionalLong.of(row.position()) : OptionalLong.empty();
        return TablePreview.line(row, schema, columns, position, subject);
    }

    @Override
    public long length(List<String> fields) {
        BitSet columns = Wanted.columns(schema, fields);
        long values = listed && fields.isEmpty()
                ? DisclosureSize.whole(records.shown(), schema.size(), rows)
                : DisclosureSize.partial(records.shown(), CommitmentRuns.ofDataset(schema.size()), columns, rows);
        return values + framing;
    }
}
