package org.trialseal.app.ui.prove;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.trialseal.core.prove.SubjectCensus;

/** The subjects of a seal, the search among them, and those that are chosen. Hundreds of thousands stay quick. */
final class SubjectsModel {
    /** The most that are chosen at once. */
    static final int MOST_AT_ONCE = 1_000;

    final StringProperty search = new SimpleStringProperty("");
    private final ObservableSet<String> chosen = FXCollections.observableSet(new LinkedHashSet<>());
    private final Matches matches = new Matches();
    private SubjectCensus census = SubjectCensus.empty();
    private String[] lowered = {};

    SubjectsModel() {
        search.addListener((value, before, text) -> find());
    }

    /** These are the subjects. Those that are not among them are no longer chosen. */
    void know(SubjectCensus found) {
        census = found;
        lowered = new String[found.size()];
        Arrays.setAll(lowered, i -> found.identifier(i).toLowerCase(Locale.ROOT));
        find();
        chosen.removeIf(identifier -> !found.has(identifier));
    }

    private void find() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        matches.replace(IntStream.range(0, lowered.length)
                .filter(i -> lowered[i].contains(wanted))
                .toArray());
    }

    /** How many there are. */
    int size() {
        return census.size();
    }

    /** The numbers of those that the search finds. */
    ObservableList<Integer> matches() {
        return matches;
    }

    /** The identifier of a subject. */
    String identifier(int subject) {
        return census.identifier(subject);
    }

    /** Number of records of a subject in the whole seal. */
    long records(int subject) {
        return census.records(subject);
    }

    /** The chosen identifiers, in the order in which they were chosen. */
    ObservableSet<String> chosen() {
        return chosen;
    }

    /** Chooses a subject, or no longer. */
    void toggle(int subject) {
        String identifier = census.identifier(subject);
        if (!chosen.remove(identifier)) {
            chosen.add(identifier);
        }
    }

    /** Chooses the first that the search finds, and begins another search. */
    void chooseFirst() {
        if (!matches.isEmpty() && !search.get().isBlank()) {
            chosen.add(census.identifier(matches.get(0)));
            search.set("");
        }
    }

    /** Whether the search finds a number that can be chosen at once. */
    boolean canChooseFound() {
        return !search.get().isBlank() && matches.size() > 1 && matches.size() <= MOST_AT_ONCE;
    }

    /** Chooses all that the search finds. */
    void chooseFound() {
        if (canChooseFound()) {
            List<String> found = matches.stream().map(census::identifier).toList();
            chosen.addAll(found);
        }
    }
}
