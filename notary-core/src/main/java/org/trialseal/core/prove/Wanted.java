package org.trialseal.core.prove;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.IbmFloat;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/**
 * What is wanted of one dataset, with all selections taken together: everything, or chosen subjects, or else single
 * records.
 */
final class Wanted {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    private boolean whole;
    private final TreeSet<String> subjects = new TreeSet<>();
    private final TreeSet<Cell> subjectCells = new TreeSet<>();
    private final List<Map<Integer, Cell>> records = new ArrayList<>();
    private final Set<Long> rows = new HashSet<>();

    void addAll() {
        whole = true;
    }

    void addSubject(String identifier) {
        subjects.add(identifier);
        subjectCells.addAll(cells(identifier));
    }

    void addRecord(Schema schema, Map<String, String> values) throws ProofRefusedException {
        Map<Integer, Cell> cells = new TreeMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            OptionalInt column = schema.indexOf(value.getKey());
            if (column.isEmpty()) {
                throw new ProofRefusedException(Code.NO_COLUMN_WANTED, value.getKey());
            }
            cells.put(column.getAsInt(), Cell.ofCharacters(value.getValue()));
        }
        records.add(cells);
    }

    void addRows(Set<Long> more) {
        rows.addAll(more);
    }

    /** Equal for two wishes of the same records. */
    Object key() {
        return List.of(whole, Set.copyOf(subjects), List.copyOf(records), Set.copyOf(rows));
    }

    boolean isWhole() {
        return whole;
    }

    /** Whether single records are chosen without regard to their groups. */
    boolean isOfRecords() {
        return !whole && subjects.isEmpty();
    }

    /** Whether the records of chosen subjects are wanted, and no others. */
    boolean isOfSubjects() {
        return !whole && !subjects.isEmpty();
    }

    /** Whether subjects and single records are asked for in one dataset, which is not possible in one disclosure. */
    boolean isMixed() {
        return !whole && !subjects.isEmpty() && !(records.isEmpty() && rows.isEmpty());
    }

    TreeSet<String> subjects() {
        return subjects;
    }

    /** Whether a cell holds the identifier of a subject that is asked for. */
    boolean isOfSubject(Cell cell) {
        return subjectCells.contains(cell);
    }

    /**
     * The cells that an identifier may stand in, as people write it: characters, and for a number its text in JSON or XML,
     * its eight bytes as a double, or its two to eight bytes as an IBM float.
     */
    static List<Cell> cells(String identifier) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.ofCharacters(identifier)));
        if (NUMBER.matcher(identifier).matches()) {
            cells.add(new Cell(CellType.TOKEN, cells.get(0).value()));
            ByteBuffer value = ByteBuffer.allocate(Double.BYTES).putDouble(Double.parseDouble(identifier));
            cells.add(new Cell(CellType.FLOAT64, Bytes.copyOf(value.array())));
            BigDecimal exact = new BigDecimal(identifier);
            for (int length = IbmFloat.MIN_LENGTH; length <= IbmFloat.MAX_LENGTH; length++) {
                IbmFloat.of(exact, length)
                        .ifPresent(bytes -> cells.add(new Cell(CellType.IBM_FLOAT, Bytes.copyOf(bytes))));
            }
        }
        return cells;
    }

    /** Whether the row at this place of the data, from 0, is asked for. */
    boolean isAt(long place) {
        return rows.contains(place);
    }

    /** Whether a row is asked for by its values. A number is compared by its text. */
    boolean matches(RowBatch batch, int row) {
        for (Map<Integer, Cell> wanted : records) {
            if (matches(wanted, batch, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Map<Integer, Cell> wanted, RowBatch batch, int row) {
        for (Map.Entry<Integer, Cell> value : wanted.entrySet()) {
            if (!batch.cell(row, value.getKey())
                    .display()
                    .equals(value.getValue().display())) {
                return false;
            }
        }
        return true;
    }

    /** The columns to show, from 1; all of them when no field is named. */
    static BitSet columns(Schema schema, List<String> fields) {
        BitSet columns = new BitSet();
        for (int i = 0; i < schema.size(); i++) {
            if (fields.isEmpty() || fields.contains(schema.columns().get(i).name())) {
                columns.set(i + 1);
            }
        }
        return columns;
    }
}
