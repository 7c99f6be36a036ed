package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.compare.Difference.Kind;

/**
 * Judges a list of reordered records by hand: whoever takes the added rows and the reordered ones out of the later copy, and
 * the removed records and the reordered ones out of the sealed file, has the same records in the same order, changed or not.
 */
final class MovedOracle {
    private MovedOracle() {}

    static void requireRight(PlainTable sealed, PlainTable later, ArtifactComparison result, String what) {
        List<Difference> reordered = result.differences().stream()
                .filter(difference -> difference.kind() == Kind.REORDERED)
                .toList();
        assertThat((long) reordered.size()).as(what).isEqualTo(result.counts().reordered());
        int others = result.differences().size() - reordered.size();
        assertThat(result.differences().subList(others, result.differences().size()))
                .as("reordered records stand after all others")
                .isEqualTo(reordered);
        assertThat(reordered)
                .extracting(Difference::record)
                .extracting(row -> row.orElse(-1))
                .isSorted();
        Map<Integer, Integer> changed = new HashMap<>();
        Set<Integer> rows = new HashSet<>();
        Set<Integer> records = new HashSet<>();
        for (Difference difference : result.differences()) {
            int row = (int) difference.record().orElse(-1) - 1;
            int record = (int) difference.sealedRecord().orElse(-1) - 1;
            switch (difference.kind()) {
                case ADDED -> assertThat(rows.add(row)).isTrue();
                case REMOVED -> assertThat(records.add(record)).isTrue();
                case CHANGED -> changed.put(row, record);
                default -> {
                    assertThat(rows.add(row)).as(what).isTrue();
                    assertThat(records.add(record)).as(what).isTrue();
                    requirePair(sealed, later, changed, row, record, what);
                    requireKey(later, row, difference);
                }
            }
        }
        requireSame(sealed, left(sealed, records), later, left(later, rows), changed, what);
    }

    private static List<Integer> left(PlainTable table, Set<Integer> taken) {
        List<Integer> left = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (!taken.contains(row)) {
                left.add(row);
            }
        }
        return left;
    }

    private static void requireSame(
            PlainTable sealed,
            List<Integer> records,
            PlainTable later,
            List<Integer> rows,
            Map<Integer, Integer> changed,
            String what) {
        assertThat(rows).as(what).hasSameSizeAs(records);
        for (int i = 0; i < rows.size(); i++) {
            requirePair(sealed, later, changed, rows.get(i), records.get(i), what);
        }
    }

    private static void requirePair(
            PlainTable sealed, PlainTable later, Map<Integer, Integer> changed, int row, int record, String what) {
        if (changed.containsKey(row)) {
            assertThat(changed.get(row)).as(what).isEqualTo(record);
        } else {
            assertThat(later.rows().get(row)).as(what).isEqualTo(sealed.rows().get(record));
        }
    }

    private static void requireKey(PlainTable later, int row, Difference difference) {
        Map<String, String> key = new TreeMap<>();
        later.subject().ifPresent(subject -> key.put(subject, later.get(row, subject)));
        later.keys().forEach(column -> key.put(column, later.get(row, column)));
        assertThat(difference.key()).isEqualTo(key);
        assertThat(difference.fields()).isEmpty();
    }
}
