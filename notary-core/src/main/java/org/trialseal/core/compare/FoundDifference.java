package org.trialseal.core.compare;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.Difference.Kind;
import org.trialseal.core.record.Schema;

/**
 * A difference as it was found, to which old values can still be added.
 *
 * @param row number of the row in the later copy, from 0; -1 when it is not there
 * @param group of the sealed record; null when there is none or it cannot be opened
 * @param index of the sealed record in its group
 * @param position of the sealed record in its file, from 0; -1 when it is not known
 * @param key columns that name the record, with their values
 * @param fields what differs
 * @param weight about how many bytes it takes
 */
record FoundDifference(
        Kind kind,
        long row,
        @Nullable OpenGroup group,
        long index,
        long position,
        SortedMap<String, String> key,
        List<FieldChange> fields,
        long weight) {

    /** Where it belongs among all: by its row, or by its sealed position when it has none. */
    long order() {
        return row >= 0 ? row : position >= 0 ? position : Long.MAX_VALUE;
    }

    /** The same with what the sealed record said. */
    FoundDifference withBefore(OldRow old, Schema schema, List<String> keyColumns) {
        SortedMap<String, String> fullKey = new TreeMap<>(key);
        for (String column : keyColumns) {
            fullKey.computeIfAbsent(
                    column, name -> old.cell(column(schema, name)).display());
        }
        List<FieldChange> known = fields.stream()
                .map(field -> new FieldChange(
                        field.name(), java.util.Optional.of(old.cell(column(schema, field.name()))), field.now()))
                .toList();
        return new FoundDifference(kind, row, group, index, position, fullKey, known, weight);
    }

    private static int column(Schema schema, String name) {
        return schema.indexOf(name).orElseThrow();
    }

    Difference toDifference() {
        OptionalLong sealed = position >= 0 ? OptionalLong.of(position + 1) : OptionalLong.empty();
        OptionalLong record = row >= 0 ? OptionalLong.of(row + 1) : sealed;
        return new Difference(kind, key, record, sealed, fields);
    }

    /** A row of the old copy. */
    interface OldRow {
        /** Its cell in a sealed column, counted from 0. */
        org.trialseal.core.record.Cell cell(int column);
    }
}
