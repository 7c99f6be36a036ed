package org.trialseal.core.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.verify.DisclosureListener;

/** Writes down all that a verifier saw in a package, in the words of a preview. */
final class SeenInPackage implements DisclosureListener {
    final Map<Integer, List<Line>> lines = new TreeMap<>();
    final Map<Integer, Long> groups = new TreeMap<>();
    final Map<Integer, Long> documents = new TreeMap<>();
    final TreeSet<Integer> entries = new TreeSet<>();
    final TreeSet<Integer> files = new TreeSet<>();
    private int artifact;
    private Optional<Schema> schema = Optional.empty();
    private Optional<LogSchemas> schemas = Optional.empty();
    private @Nullable ShownGroup group;

    @Override
    public void entry(int index, SealEntry entry) {
        entries.add(index);
    }

    @Override
    public void opening(int index, Opening opening) {
        if (opening.kind() == Opening.Kind.FILE) {
            files.add(index);
        }
    }

    @Override
    public void beginDataset(int index, DatasetEntry entry, Schema columns, ImportSettings settings) {
        artifact = index;
        schema = Optional.of(columns);
        schemas = Optional.empty();
        lines.put(index, new ArrayList<>());
        groups.put(index, 0L);
    }

    @Override
    public void beginLog(int index, LogEntry entry, LogSchemas all, ImportSettings settings) {
        artifact = index;
        schemas = Optional.of(all);
        group = null;
        lines.put(index, new ArrayList<>());
        groups.put(index, 0L);
    }

    @Override
    public void wholeGroup(ShownGroup begun, GroupKey key) {
        group = begun;
        groups.merge(artifact, 1L, Long::sum);
    }

    @Override
    public void partialGroup(ShownGroup begun, long shown) {
        group = begun;
        groups.merge(artifact, 1L, Long::sum);
    }

    @Override
    public void record(long index, long position, RowBatch batch, int row) {
        Map<String, Cell> fields = new LinkedHashMap<>();
        for (int column = 0; column < batch.columns(); column++) {
            fields.put(schema.orElseThrow().names().get(column), batch.cell(row, column));
        }
        add(new Line(index, OptionalLong.of(position), subject(), fields));
    }

    private Optional<Cell> subject() {
        return group == null ? Optional.empty() : group.subject();
    }

    @Override
    public void shown(ShownRecord record) {
        Schema own = schemas.map(all -> all.schema(all.numberAt(record.index())))
                .or(() -> schema)
                .orElseThrow();
        int column = schemas.isPresent() ? 1 : 0;
        OptionalLong position = OptionalLong.empty();
        Map<String, Cell> fields = new LinkedHashMap<>();
        for (ShownRun run : record.runs()) {
            List<ShownField> units = run instanceof ShownRun.Open ? ((ShownRun.Open) run).fields() : List.of();
            for (int unit = 0; unit < units.size(); unit++) {
                if (units.get(unit) instanceof ShownField.Open) {
                    fields.put(own.names().get(column + unit - 1), ((ShownField.Open) units.get(unit)).cell());
                } else if (units.get(unit) instanceof ShownField.Position) {
                    position = OptionalLong.of(((ShownField.Position) units.get(unit)).position());
                }
            }
            column += units.isEmpty() ? RecordHasher.RUN : units.size();
        }
        add(new Line(record.index(), position, subject(), fields));
    }

    private void add(Line line) {
        lines.computeIfAbsent(artifact, index -> new ArrayList<>()).add(line);
    }

    @Override
    public void beginDocument(int index, DocumentEntry entry) {
        artifact = index;
        documents.put(index, 0L);
    }

    @Override
    public void document(byte[] bytes, int length) {
        documents.merge(artifact, (long) length, Long::sum);
    }
}
