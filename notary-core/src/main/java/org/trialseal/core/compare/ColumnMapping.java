package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/** Brings the rows of a later copy into the sealed order of columns, which are matched by name. */
final class ColumnMapping {
    private static final int ABSENT = -1;
    private static final byte[] NOTHING = {};

    private final Schema sealed;
    private final Schema later;
    private final int[] sources;

    private ColumnMapping(Schema sealed, Schema later) {
        this.sealed = sealed;
        this.later = later;
        Map<String, Integer> places = new java.util.HashMap<>();
        for (int i = 0; i < later.size(); i++) {
            places.put(later.columns().get(i).name(), i);
        }
        this.sources = sealed.names().stream()
                .mapToInt(name -> places.getOrDefault(name, ABSENT))
                .toArray();
    }

    static ColumnMapping of(Schema sealed, Schema later) {
        return new ColumnMapping(sealed, later);
    }

    /** Whether the later copy has this sealed column, counted from 0. */
    boolean has(int column) {
        return sources[column] != ABSENT;
    }

    /** Whether the later copy has all sealed columns. */
    boolean isComplete() {
        return IntStream.range(0, sources.length).allMatch(this::has);
    }

    /** Whether the later copy has columns that were not sealed, or lacks sealed ones. */
    boolean isAltered() {
        return !isComplete() || later.size() != sealed.size();
    }

    /** The sealed columns, counted from 0, that can be compared. */
    int[] common() {
        return IntStream.range(0, sources.length).filter(this::has).toArray();
    }

    /** The rows with the sealed columns; a column that the later copy lacks is empty. */
    RowBatch apply(RowBatch batch) {
        if (later.size() == sealed.size() && isInOrder()) {
            return batch;
        }
        RowBatch mapped = new RowBatch(sealed.size());
        for (int row = 0; row < batch.rows(); row++) {
            for (int source : sources) {
                if (source == ABSENT) {
                    mapped.add(CellType.MISSING, NOTHING, 0, 0);
                } else {
                    mapped.add(
                            batch.type(row, source),
                            batch.buffer(),
                            batch.offset(row, source),
                            batch.length(row, source));
                }
            }
        }
        return mapped;
    }

    private boolean isInOrder() {
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] != i) {
                return false;
            }
        }
        return true;
    }

    private boolean ascends() {
        int[] common = Arrays.stream(sources).filter(source -> source != ABSENT).toArray();
        return IntStream.range(1, common.length).allMatch(i -> common[i - 1] < common[i]);
    }

    /** What to say of the columns. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        List<String> gone = sealed.names().stream()
                .filter(name -> later.indexOf(name).isEmpty())
                .toList();
        List<String> fresh = later.names().stream()
                .filter(name -> sealed.indexOf(name).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            notes.add(Note.of(Code.COLUMNS_REMOVED, String.join(", ", gone)));
        }
        if (!fresh.isEmpty()) {
            notes.add(Note.of(Code.COLUMNS_ADDED, String.join(", ", fresh)));
        }
        if (!ascends()) {
            notes.add(Note.of(Code.COLUMNS_ORDER));
        }
        return notes;
    }

    /**
     * What the source itself says of common columns and said otherwise when it was sealed: labels, types, formats. What a
     * file beside it says is compared as that file.
     */
    List<String> changedAttributes() {
        List<String> changed = new ArrayList<>();
        List<Column> sealedColumns = sealed.own().columns();
        List<Column> laterColumns = later.own().columns();
        for (int i = 0; i < sources.length; i++) {
            Optional<Column> now = has(i) ? Optional.of(laterColumns.get(sources[i])) : Optional.empty();
            Column before = sealedColumns.get(i);
            if (now.isPresent() && !now.get().attributes().equals(before.attributes())) {
                changed.add(before.name());
            }
        }
        return changed;
    }
}
