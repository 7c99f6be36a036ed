package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.Schema;

/**
 * Which table of a later file belongs to which sealed dataset, when the format may be another: by name, then by name in
 * either case, then by the same columns where only one dataset has them, then by most of the columns where a table was
 * made out of several.
 */
final class ValueMatching {
    private final List<DatasetPlan> sealed;
    private final List<DatasetPlan> later;
    private final Map<Integer, Integer> found = new TreeMap<>();

    ValueMatching(List<DatasetPlan> sealed, List<DatasetPlan> later) {
        this.sealed = List.copyOf(sealed);
        this.later = List.copyOf(later);
        match((one, other) -> one.name().equals(other.name()));
        match((one, other) -> one.name().equalsIgnoreCase(other.name()));
        match((one, other) -> columns(one.schema()).equals(columns(other.schema())));
        match((one, other) -> ValueSide.isArranged(other) && isMostOf(one.schema(), other));
        match((one, other) -> ValueSide.isArranged(one) && isMostOf(other.schema(), one));
    }

    /** Whether a table has the subject of an arranged one and more columns of it than others. */
    private static boolean isMostOf(Schema table, DatasetPlan arranged) {
        Set<String> shared = columns(table);
        shared.retainAll(columns(arranged.schema()));
        return 2 * shared.size() > table.size()
                && arranged.subject().map(shared::contains).orElse(false);
    }

    private static Set<String> columns(Schema schema) {
        return new HashSet<>(schema.names());
    }

    private void match(BiPredicate<DatasetPlan, DatasetPlan> fits) {
        for (int i = 0; i < sealed.size(); i++) {
            if (!found.containsKey(i)) {
                List<Integer> fitting = fitting(i, fits);
                if (fitting.size() == 1 && isOnly(fitting.get(0), fits)) {
                    found.put(i, fitting.get(0));
                }
            }
        }
    }

    private List<Integer> fitting(int one, BiPredicate<DatasetPlan, DatasetPlan> fits) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            if (!found.containsValue(i) && fits.test(sealed.get(one), later.get(i))) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private boolean isOnly(int other, BiPredicate<DatasetPlan, DatasetPlan> fits) {
        long fitting = 0;
        for (int i = 0; i < sealed.size(); i++) {
            fitting += !found.containsKey(i) && fits.test(sealed.get(i), later.get(other)) ? 1 : 0;
        }
        return fitting == 1;
    }

    /** The index of the later table for a sealed dataset. */
    Optional<Integer> of(int dataset) {
        return Optional.ofNullable(found.get(dataset));
    }

    /** Indices of later tables that belong to none. */
    List<Integer> strangers() {
        List<Integer> strangers = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            if (!found.containsValue(i)) {
                strangers.add(i);
            }
        }
        return strangers;
    }
}
