package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.Safe;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.importers.Formats;
import org.trialseal.importers.define.DefineXml;

/** Says of one file how it would be sealed, with its first records, as it is inferred and as somebody wants it. */
public final class InputPlanner implements InputPlans {
    /** How many records of a table are shown. */
    static final int FIRST = 5;

    /** How many columns of a record are shown. */
    static final int MOST_COLUMNS = 40;

    private static final int MOST_CHARACTERS = 60;

    /** To reach a later table, all before it are read; in a longer file only the first table's records are shown. */
    private static final long LONG_FILE = 64L << 20;

    private final Formats formats;

    public InputPlanner(Formats formats) {
        this.formats = formats;
    }

    @Override
    public PlannedInput plan(Path path, InputWishes wishes, List<Path> beside)
            throws IOException, MalformedException, RefusedException {
        Inputs.Wishes all =
                new Inputs.Wishes(wishes.document(), Optional.empty(), List.of(), Map.of(), Optional.empty());
        Inputs inputs = new Inputs(formats, all);
        Defines defines = wishes.document() ? Defines.none() : defines(inputs, path, beside);
        SealItem item = inputs.one(path, wishes.options(), defines);
        long length = item.file().size();
        if (!(item instanceof SealItem.DataItem data)) {
            return document(item, length, defines.of(item), wishes);
        }
        SealItem.DataItem wanted = apply(data, wishes);
        FilePlan plan = wanted.plan();
        return new PlannedInput(
                wanted,
                length,
                Optional.of(plan.importer()),
                plan.datasets().get(0).settings().own().options(),
                plan.facts(),
                plan.reasons(),
                plan.warnings(),
                tables(wanted));
    }

    private PlannedInput document(SealItem item, long length, Optional<DefineXml> define, InputWishes wishes)
            throws IOException, MalformedException {
        if (define.isPresent()) {
            List<Phrase> problems = define.get().problems();
            return new PlannedInput(
                    item,
                    length,
                    Optional.of(Defines.ID),
                    Map.of(),
                    Defines.facts(define.get()),
                    List.of(),
                    problems,
                    List.of());
        }
        Optional<Importer> empty = wishes.document() ? Optional.empty() : formats.recognise(item.file());
        List<Phrase> facts = empty.isPresent()
                ? empty.get()
                        .plan(item.file(), wishes.options(), Optional.empty(), List.of())
                        .facts()
                : List.of();
        return new PlannedInput(
                item, length, empty.map(Importer::id), Map.of(), facts, List.of(), List.of(), List.of());
    }

    /** What describes the file. Another file that cannot be read is refused where it stands itself. */
    private static Defines defines(Inputs inputs, Path path, List<Path> beside)
            throws IOException, MalformedException, RefusedException {
        List<Path> readable = new ArrayList<>(List.of(path));
        for (Path other : beside) {
            try {
                if (!other.equals(path) && !inputs.defines(List.of(other)).isEmpty()) {
                    readable.add(other);
                }
            } catch (IOException | MalformedException | RefusedException e) {
                // It is refused where it stands itself.
            }
        }
        return inputs.defines(readable);
    }

    @Override
    public Optional<String> importer(Path path) throws IOException {
        return formats.recognise(PathFile.of(path)).map(Importer::id);
    }

    private static SealItem.DataItem apply(SealItem.DataItem item, InputWishes wishes) {
        Map<String, LogOrder> logs = new HashMap<>(item.logs());
        List<DatasetPlan> datasets = new ArrayList<>();
        for (DatasetPlan found : item.plan().datasets()) {
            InputWishes.Table wanted = wishes.tables().get(found.name());
            if (wanted == null) {
                datasets.add(found);
                continue;
            }
            datasets.add(found.asked(found.name(), wanted.subject(), wanted.keys()));
            logs.remove(found.name());
            wanted.log().ifPresent(order -> logs.put(found.name(), order));
        }
        return new SealItem.DataItem(item.file(), item.importer(), item.plan().withDatasets(datasets), logs);
    }

    private static List<PlannedInput.Table> tables(SealItem.DataItem item) throws IOException, MalformedException {
        List<PlannedInput.Table> tables = new ArrayList<>();
        List<DatasetPlan> datasets = item.plan().datasets();
        try (TableReader reader =
                item.importer().open(item.file(), datasets.get(0).settings().own())) {
            for (DatasetPlan dataset : datasets) {
                boolean shown = tables.isEmpty() || item.file().size() < LONG_FILE;
                List<List<String>> first =
                        shown && reader.nextTable().isPresent() ? first(reader) : List.<List<String>>of();
                tables.add(new PlannedInput.Table(
                        dataset.name(),
                        dataset.records(),
                        dataset.schema().names(),
                        dataset.subject(),
                        dataset.settings().keys(),
                        dataset.keysFrom(),
                        described(dataset.settings().options()),
                        Optional.ofNullable(item.logs().get(dataset.name())),
                        first));
            }
        }
        return tables;
    }

    private static Optional<PlannedInput.DescribedBy> described(Map<String, String> options) {
        return Described.file(options).map(file -> new PlannedInput.DescribedBy(file, Described.gives(options)));
    }

    private static List<List<String>> first(TableReader reader) throws IOException, MalformedException {
        List<List<String>> rows = new ArrayList<>();
        Optional<TableReader.Piece> piece = reader.nextPiece();
        if (piece.isPresent()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < Math.min(FIRST, batch.rows()); row++) {
                rows.add(row(batch, row));
            }
        }
        return rows;
    }

    private static List<String> row(RowBatch batch, int row) {
        List<String> values = new ArrayList<>();
        for (int column = 0; column < Math.min(MOST_COLUMNS, batch.columns()); column++) {
            String value = Safe.text(batch.cell(row, column).display());
            boolean coded = batch.type(row, column) == CellType.MISSING && !value.isEmpty();
            String cut = value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) + "…" : value;
            values.add(coded ? "(" + cut + ")" : cut);
        }
        return values;
    }
}
