package org.trialseal.importers.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trialseal.core.record.Schema;

/**
 * Chooses subject and key columns of one table: the user's where the table has them, else those that the source itself
 * names, else inferred ones.
 */
public final class Grouping {
    private final Optional<String> subject;
    private final Optional<String> keysGiven;
    private final List<KeyCandidate> candidates;
    private final List<String> reasons = new ArrayList<>();
    private List<String> keys = List.of();

    /** Chooses by the user's wishes and well-known names. */
    public Grouping(Schema schema, Optional<String> askedSubject, List<String> askedKeys) {
        this(schema, askedSubject, askedKeys, List.of(), "");
    }

    /**
     * @param sourceKeys the keys that the source itself names; none when it does not
     * @param sourceReason where the source names them, in words
     */
    public Grouping(
            Schema schema,
            Optional<String> askedSubject,
            List<String> askedKeys,
            List<String> sourceKeys,
            String sourceReason) {
        subject = chooseSubject(schema, askedSubject);
        boolean present = schema.names().containsAll(askedKeys);
        if (!present) {
            reasons.add("keys " + String.join(", ", askedKeys) + ": asked for, but not all are columns of this file");
        }
        if (!askedKeys.isEmpty() && present) {
            keysGiven = Optional.of("as asked for");
            candidates = List.of(new KeyCandidate(askedKeys, true));
        } else if (!sourceKeys.isEmpty()) {
            keysGiven = Optional.of(sourceReason);
            candidates = List.of(new KeyCandidate(sourceKeys, true));
        } else {
            keysGiven = Optional.empty();
            candidates = KeyCandidates.of(schema, subject);
        }
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
     * @param readers makes a reader of the columns at these indices, ascending, each once
     * @param runs whether to count on the beginning of a long file, see {@link KeySearch}
     */
    public <P> KeySearch<P> search(Function<int[], RecordHashes<P>> readers, Schema schema, boolean runs) {
        return new KeySearch<>(readers, schema, subject.stream().toList(), candidates, runs, KeySearch.MAX_HASHES);
    }

    /** Chooses the keys when all records have been seen. */
    public void decide(KeySearch<?> search, long records) {
        for (int i = 0; i < candidates.size(); i++) {
            KeySearch.Outcome outcome = search.outcome(i);
            if (keysGiven.isPresent() || outcome != KeySearch.Outcome.REPEATED) {
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
        reasons.add("keys " + candidate.label() + ": "
                + keysGiven.map(why -> why + "; ").orElse("") + finding(outcome, within, records));
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
    public Optional<String> subject() {
        return subject;
    }

    /** The key columns; none before {@link #decide}. */
    public List<String> keys() {
        return keys;
    }

    /** Why, in words. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
