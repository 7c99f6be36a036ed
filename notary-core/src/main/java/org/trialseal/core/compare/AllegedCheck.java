package org.trialseal.core.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.AllegedValue.Answer;
import org.trialseal.core.compare.AllegedValue.Verdict;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/**
 * Confirms or refutes an alleged old value. Where a row of the later copy gives the other fields and none of them differs,
 * the leaf hash decides; else the kept prefix of the field's commitment does.
 */
final class AllegedCheck {
    private static final int MOST_ROWS = 16;

    private final SealedDataset dataset;
    private final AllegedValue alleged;
    private final Schema schema;
    private final int column;
    private final RecordMatch match;
    private final boolean hasKeys;

    private AllegedCheck(SealedDataset dataset, AllegedValue alleged, int column) throws MalformedException {
        this.dataset = dataset;
        this.alleged = alleged;
        this.schema = dataset.schema();
        this.column = column;
        this.match = new RecordMatch(
                dataset, ColumnMapping.of(schema, schema), RecordColumns.keys(schema, dataset.settings()));
        this.hasKeys = !dataset.settings().keys().isEmpty();
    }

    /** @param later the later copy, with its schema, where there is one */
    static Answer check(SealedDataset dataset, AllegedValue alleged, Optional<LaterRows> later)
            throws IOException, MalformedException {
        Schema schema = dataset.schema();
        if (schema.indexOf(alleged.column()).isEmpty()) {
            return Answer.unknown("The dataset has no column " + alleged.column() + ".");
        }
        List<String> named = new ArrayList<>(dataset.settings().keys());
        dataset.settings().subject().ifPresent(named::add);
        for (String name : named) {
            if (!alleged.record().containsKey(name)) {
                return Answer.unknown(
                        "The record is named by " + String.join(", ", named) + "; " + name + " is missing.");
            }
        }
        AllegedCheck check = new AllegedCheck(
                dataset, alleged, schema.indexOf(alleged.column()).getAsInt());
        return check.answer(later.isPresent() ? check.find(later.get()) : List.of());
    }

    /** A later copy. */
    record LaterRows(TableReader reader, Schema schema) {}

    /** The rows of the later copy that are called what the record is called. */
    private List<RowBatch> find(LaterRows later) throws IOException, MalformedException {
        ColumnMapping mapping = ColumnMapping.of(schema, later.schema());
        List<RowBatch> found = new ArrayList<>();
        for (Optional<TableReader.Piece> piece = later.reader().nextPiece();
                piece.isPresent() && found.size() < MOST_ROWS;
                piece = later.reader().nextPiece()) {
            RowBatch batch = mapping.apply(piece.get().decode());
            for (int row = 0; row < batch.rows() && found.size() < MOST_ROWS; row++) {
                if (isCalled(batch, row)) {
                    found.add(withColumn(batch, row, batch.cell(row, column)));
                }
            }
        }
        return found;
    }

    private boolean isCalled(RowBatch batch, int row) {
        return alleged.record().entrySet().stream().allMatch(named -> {
            int at = schema.indexOf(named.getKey()).orElse(-1);
            return at >= 0 && batch.cell(row, at).display().equals(named.getValue());
        });
    }

    private RowBatch withColumn(RowBatch batch, int row, Cell value) {
        RowBatch single = new RowBatch(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            single.add(i == column ? value : batch.cell(row, i));
        }
        return single;
    }

    /** A row that has nothing but what names the record. */
    private RowBatch named() {
        RowBatch single = new RowBatch(schema.size());
        for (String name : schema.names()) {
            single.add(Cell.ofCharacters(alleged.record().getOrDefault(name, "")));
        }
        return single;
    }

    private Answer answer(List<RowBatch> rows) throws IOException, MalformedException {
        List<Answer> answers = new ArrayList<>();
        for (RowBatch row : rows.isEmpty() ? List.of(named()) : rows) {
            for (Cell value : readings()) {
                answers.addAll(answers(withColumn(row, 0, value), !rows.isEmpty()));
            }
        }
        for (Verdict verdict : List.of(Verdict.CONFIRMED, Verdict.UNKNOWN, Verdict.REFUTED)) {
            for (Answer answer : answers) {
                if (answer.verdict() == verdict) {
                    return answer;
                }
            }
        }
        return Answer.unknown(
                hasKeys
                        ? "No sealed record is called that."
                        : "No sealed record has this value and the other values of the later copy; the dataset has no"
                                + " key to find it by.");
    }

    /** One answer for each sealed record that may be meant by a row with the alleged value. */
    private List<Answer> answers(RowBatch row, boolean isWhole) throws IOException, MalformedException {
        Optional<SealedGroup> group = dataset.find(subject(row));
        if (group.isEmpty()) {
            return List.of();
        }
        if (group.get().key().isEmpty()) {
            return List.of(Answer.unknown("The secret that opens this subject's records is not at hand."));
        }
        OpenGroup open = OpenGroup.of(group.get());
        List<Answer> answers = new ArrayList<>();
        for (long index : candidates(open, row)) {
            judge(open, index, row, isWhole).ifPresent(answers::add);
        }
        return answers;
    }

    /** Whether the field is one of those by which the record is looked up, so that only the whole record counts. */
    private boolean isName() {
        return dataset.settings().keys().contains(alleged.column())
                || dataset.settings().subject().filter(alleged.column()::equals).isPresent();
    }

    private Optional<Cell> subject(RowBatch row) throws MalformedException {
        return RecordColumns.subject(schema, dataset.settings()).map(at -> row.cell(0, at));
    }

    /** The records that may be meant: those with the row's key, or all of the group where there are no keys. */
    private List<Long> candidates(OpenGroup group, RowBatch row) throws IOException, MalformedException {
        List<Long> found = new ArrayList<>();
        long fingerprint = hasKeys ? match.fingerprint(group, row, 0) : 0;
        for (long index = 0; index < group.count(); index++) {
            if (!hasKeys || match.fingerprint(group.first() + index) == fingerprint) {
                found.add(index);
            }
        }
        return found;
    }

    /** What the text can be: text or empty, a number by its text, a double. */
    private List<Cell> readings() {
        List<Cell> cells = new ArrayList<>();
        Cell characters = Cell.ofCharacters(alleged.text());
        cells.add(characters);
        if (characters.type() == CellType.TEXT) {
            cells.add(new Cell(CellType.TOKEN, characters.value()));
            asDouble().ifPresent(cells::add);
        }
        return cells;
    }

    private Optional<Cell> asDouble() {
        try {
            byte[] value = ByteBuffer.allocate(Double.BYTES)
                    .putDouble(Double.parseDouble(alleged.text()))
                    .array();
            return Optional.of(new Cell(CellType.FLOAT64, Bytes.copyOf(value)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Answer> judge(OpenGroup group, long index, RowBatch row, boolean isWhole)
            throws IOException, MalformedException {
        if (match.isSame(group, index, row, 0)) {
            return Optional.of(
                    new Answer(Verdict.CONFIRMED, "With this value the whole record is the one that was sealed."));
        }
        List<Integer> differing = match.differing();
        if (!hasKeys || isName()) {
            return Optional.empty();
        }
        if (differing.contains(column)) {
            return Optional.of(new Answer(Verdict.REFUTED, "The sealed field said something else."));
        }
        if (differing.isEmpty()) {
            return Optional.of(Answer.unknown("The kept evidence contradicts itself; it may be damaged."));
        }
        return Optional.of(new Answer(
                Verdict.CONFIRMED,
                isWhole
                        ? "The field's kept fingerprint is that of this value; other fields of the record differ, too."
                        : "The field's kept fingerprint is that of this value."));
    }
}
