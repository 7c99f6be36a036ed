package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.record.Schema;

/** Chooses subject and key columns of one file: the user's where the file has them, else inferred ones. */
final class Grouping {
    private final Optional<String> subject;
    private final boolean keysGiven;
    private final List<KeyCandidate> candidates;
    private final List<String> reasons = new ArrayList<>();
    private List<String> keys = List.of();

    Grouping(Schema schema, Optional<String> askedSubject, List<String> askedKeys) {
        subject = chooseSubject(schema, askedSubject);
        boolean present = schema.names().containsAll(askedKeys);
        keysGiven = !askedKeys.isEmpty() && present;
        if (!present) {
            reasons.add("keys " + String.join(", ", askedKeys) + ": asked for, but not all are columns of this file");
        }
        candidates = keysGiven ? List.of(new KeyCandidate(askedKeys, true)) : KeyCandidates.of(schema, subject);
    }

    private Optional<String> chooseSubject(Schema schema, Optional<String> asked) {
        if (asked.isPresent() && schema.indexOf(asked.get()).isPresent()) {
            reasons.add("subject " + asked.get() + ": as asked for");
            return asked;
        }
        asked.ifPresent(name -> reasons.add("subject " + name + ": asked for, but no column of this file"));
        Optional<String> found = SubjectColumn.find(schema);
        reasons.add(found.map(name -> "subject " + name + ": a column of this name holds the subject identifier")
                .orElse("subject none: no column has a name that is known to hold the subject identifier"));
        return found;
    }

    /**
     * A search that looks at every record for {@link #decide}.
     *
     * @param runs whether to count on each subject's records standing together
     */
    KeySearch search(CsvDialect dialect, Schema schema, boolean runs, int mostHashes) {
        return new KeySearch(dialect, schema, subject.stream().toList(), candidates, runs, mostHashes);
    }

    /** Chooses the keys when all records have been seen. */
    void decide(KeySearch search, long records) {
        for (int i = 0; i < candidates.size(); i++) {
            KeySearch.Outcome outcome = search.outcome(i);
            if (keysGiven || outcome != KeySearch.Outcome.REPEATED) {
                choose(candidates.get(i), outcome, records);
                return;
            }
        }
        candidates.stream()
                .filter(KeyCandidate::standard)
                .findFirst()
                .ifPresentOrElse(
                        c -> choose(c, KeySearch.Outcome.REPEATED, records),
                        () -> reasons.add("keys none: no columns that are known to name a record are unique"));
    }

    private void choose(KeyCandidate candidate, KeySearch.Outcome outcome, long records) {
        keys = candidate.columns();
        String within = subject.isPresent() ? " within each subject" : "";
        reasons.add("keys " + candidate.label() + ": " + (keysGiven ? "as asked for; " : "")
                + finding(outcome, within, records));
    }

    private static String finding(KeySearch.Outcome outcome, String within, long records) {
        switch (outcome) {
            case UNIQUE:
                return "unique" + within + " in all " + records + " records";
            case REPEATED:
                return "not unique" + within + "; records with the same key are told apart by their order";
            default:
                return "not checked for being unique" + within + ", as there are too many records";
        }
    }

    /** The subject column, if the dataset is grouped. */
    Optional<String> subject() {
        return subject;
    }

    /** The key columns; none before {@link #decide}. */
    List<String> keys() {
        return keys;
    }

    /** Why, in words. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
