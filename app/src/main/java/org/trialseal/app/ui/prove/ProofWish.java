package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trialseal.app.ui.prove.PartModel.What;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.prove.ProofOrder;
import org.trialseal.core.prove.Fields;
import org.trialseal.core.prove.Selection;

/** What is chosen now, as the order of a package. */
final class ProofWish {
    /** What is still to be chosen. */
    enum Lack {
        /** Anything at all. */
        EVERYTHING,
        /** Which fields of something. */
        FIELDS,
        /** Which records of something. */
        RECORDS
    }

    private final List<PartModel> parts;
    private final List<String> subjects;

    ProofWish(List<PartModel> parts, Collection<String> subjects) {
        this.parts = parts;
        this.subjects = List.copyOf(subjects);
    }

    private boolean isShown(PartModel part) {
        return part.what.get() == What.SUBJECTS ? !subjects.isEmpty() : part.what.get() != What.NOTHING;
    }

    private List<PartModel> shown() {
        return parts.stream().filter(this::isShown).toList();
    }

    /** What is missing first. */
    Optional<Lack> lack() {
        List<PartModel> shown = shown();
        if (shown.isEmpty()) {
            return Optional.of(Lack.EVERYTHING);
        }
        if (shown.stream().anyMatch(PartModel::lacksRecords)) {
            return Optional.of(Lack.RECORDS);
        }
        return shown.stream().anyMatch(PartModel::lacksFields) ? Optional.of(Lack.FIELDS) : Optional.empty();
    }

    /** Number of records that are read for it. */
    long records() {
        return shown().stream().mapToLong(part -> part.part().records()).sum();
    }

    /**
     * The order; of use when nothing is missing.
     *
     * @throws RefusedException when numbers of records do not have their form
     */
    ProofOrder order() throws RefusedException {
        List<Selection> selections = new ArrayList<>();
        Map<String, List<String>> fields = new TreeMap<>();
        for (PartModel part : shown()) {
            selections.addAll(part.selections());
            if (!part.chosenFields().isEmpty()) {
                fields.put(part.part().name(), part.chosenFields());
            }
        }
        List<PartModel> ofSubjects = shown().stream()
                .filter(part -> part.what.get() == What.SUBJECTS)
                .toList();
        if (!ofSubjects.isEmpty()) {
            selections.add(new Selection.Subjects(
                    subjects,
                    ofSubjects.stream().map(part -> part.part().name()).collect(Collectors.toSet())));
        }
        return new ProofOrder(selections, new Fields(List.of(), fields));
    }
}
