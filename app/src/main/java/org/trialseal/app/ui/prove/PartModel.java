package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.prove.RowNumbers;
import org.trialseal.app.work.prove.SealedPart;
import org.trialseal.app.work.prove.SealedPart.Kind;
import org.trialseal.core.prove.Selection;

/** What is to be shown of one dataset, log or document. */
final class PartModel {
    /** How much of it. */
    enum What {
        NOTHING,
        SUBJECTS,
        RECORDS,
        EVERYTHING
    }

    /** A value that the records shall have; an empty value asks for nothing. */
    static final class Condition {
        final StringProperty column = new SimpleStringProperty("");
        final StringProperty value = new SimpleStringProperty("");
    }

    private static final int CONDITIONS = 4;

    final ObjectProperty<What> what;
    final BooleanProperty allFields = new SimpleBooleanProperty(true);
    final ObservableSet<String> fields = FXCollections.observableSet(new LinkedHashSet<>());
    final StringProperty rows = new SimpleStringProperty("");
    final List<Condition> conditions = new ArrayList<>();
    private final SealedPart part;

    PartModel(SealedPart part) {
        this.part = part;
        what = new SimpleObjectProperty<>(part.atHand() && hasSubjects() ? What.SUBJECTS : What.NOTHING);
        Set<String> names = new HashSet<>(part.keys());
        part.subject().ifPresent(names::add);
        List<String> first = part.columns().stream()
                .filter(names::contains)
                .limit(CONDITIONS)
                .toList();
        int many = Math.min(first.size() + 1, CONDITIONS);
        for (int i = 0; i < Math.min(Math.max(2, many), part.columns().size()); i++) {
            Condition condition = new Condition();
            condition.column.set(i < first.size() ? first.get(i) : other(first, i));
            conditions.add(condition);
        }
    }

    private String other(List<String> taken, int number) {
        return part.columns().stream()
                .filter(column -> !taken.contains(column))
                .skip(number - taken.size())
                .findFirst()
                .orElse("");
    }

    SealedPart part() {
        return part;
    }

    boolean isTable() {
        return part.kind() != Kind.DOCUMENT;
    }

    boolean hasSubjects() {
        return part.subject().isPresent();
    }

    /** How much of it can be chosen. */
    List<What> choices() {
        if (!part.atHand()) {
            return List.of(What.NOTHING);
        }
        if (!isTable()) {
            return List.of(What.NOTHING, What.EVERYTHING);
        }
        return hasSubjects() ? List.of(What.values()) : List.of(What.NOTHING, What.RECORDS, What.EVERYTHING);
    }

    /** Chooses a field, or no longer. The first one that is chosen hides all others. */
    void field(String column, boolean shown) {
        if (shown) {
            fields.add(column);
        } else {
            fields.remove(column);
        }
    }

    /** The columns that are shown, in their order; none when all are. */
    List<String> chosenFields() {
        return allFields.get()
                ? List.of()
                : part.columns().stream().filter(fields::contains).toList();
    }

    /** Whether fields are to be chosen and none is. */
    boolean lacksFields() {
        return isTable()
                && what.get() != What.NOTHING
                && !allFields.get()
                && chosenFields().isEmpty();
    }

    /** Whether records are to be chosen and nothing says which. */
    boolean lacksRecords() {
        return what.get() == What.RECORDS && values().isEmpty() && rows.get().isBlank();
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (Condition condition : conditions) {
            if (!condition.value.get().isEmpty() && !condition.column.get().isEmpty()) {
                values.put(condition.column.get(), condition.value.get());
            }
        }
        return values;
    }

    /**
     * The records or the document, without the subjects, which all parts have in common.
     *
     * @throws RefusedException when numbers of records do not have their form
     */
    List<Selection> selections() throws RefusedException {
        List<Selection> selections = new ArrayList<>();
        if (what.get() == What.RECORDS) {
            Optional.of(values())
                    .filter(values -> !values.isEmpty())
                    .ifPresent(values -> selections.add(new Selection.Records(part.name(), values)));
            if (!rows.get().isBlank()) {
                selections.add(new Selection.Rows(part.name(), RowNumbers.parse(rows.get())));
            }
        }
        if (what.get() == What.EVERYTHING) {
            selections.add(isTable() ? new Selection.All(Set.of(part.name())) : new Selection.Document(part.name()));
        }
        return selections;
    }
}
