package org.trialseal.importers.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.redcap.ExportColumns;

/**
 * Chooses subject and key columns of one table: the user's where the table has them, else those that the source itself
 * names, else inferred ones.
 */
public final class Grouping {
    private final Optional<String> subject;
    private final Optional<String> keysGiven;
    private final KeyOrigin origin;
    private final List<KeyCandidate> candidates;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private List<String> keys = List.of();

    /** Chooses by the user's wishes and well-known names. */
    public Grouping(Schema schema, Optional<String> askedSubject, List<String> askedKeys) {
        this(schema, askedSubject, askedKeys, Optional.empty());
    }

    /**
     * Keys that somebody else than the user names, all of them columns.
     *
     * @param origin the data file itself, or what describes it
     */
    public record Naming(KeyOrigin origin, NamedKeys.Keys keys) {
        /** What a description names, if it does. */
        public static Optional<Naming> described(NamedKeys named, String dataset, Schema schema) {
            return named.of(dataset, schema).map(keys -> new Naming(keys.origin(), keys));
        }
    }

    /** @param named wins over what is inferred, and not over what is asked for */
    public Grouping(Schema schema, Optional<String> askedSubject, List<String> askedKeys, Optional<Naming> named) {
        subject = chooseSubject(schema, askedSubject, named);
        boolean present = schema.names().containsAll(askedKeys);
        if (!present) {
            reasons.add("keys " + String.join(", ", askedKeys) + ": asked for, but not all are columns of this file");
        }
        if (!askedKeys.isEmpty() && present) {
            keysGiven = Optional.of("as asked for");
            candidates = List.of(new KeyCandidate(askedKeys, true));
            origin = KeyOrigin.ASKED;
        } else if (named.isPresent()) {
            keysGiven = Optional.of(named.get().keys().reason());
            candidates = List.of(new KeyCandidate(named.get().keys().columns(), true));
            origin = named.get().origin();
        } else {
            keysGiven = Optional.empty();
            origin = KeyOrigin.INFERRED;
            candidates = KeyCandidates.of(schema, subject);
        }
    }

    private Optional<String> chooseSubject(Schema schema, Optional<String> asked, Optional<Naming> given) {
        if (asked.isPresent() && schema.indexOf(asked.get()).isPresent()) {
            reasons.add("subject " + asked.get() + ": as asked for");
            return asked;
        }
        asked.ifPresent(name -> reasons.add("subject " + name + ": asked for, but no column of this file"));
        Optional<String> described = given.flatMap(naming -> naming.keys().subject());
        if (described.isPresent()) {
            reasons.add("subject " + described.get() + ": "
                    + given.map(naming -> naming.keys().reason()).orElse(""));
            return described;
        }
        Optional<ExportColumns.RecordId> record = ExportColumns.recordId(schema);
        Optional<String> named = SubjectColumn.find(schema);
        if (record.isPresent() && (record.get().certain() || named.isEmpty())) {
            reasons.add("subject " + record.get().column() + ": " + record.get().reason());
            return Optional.of(record.get().column());
        }
        if (ExportColumns.isLabelled(schema.names())) {
            warnings.add(
                    "it looks like a REDCap export with labels for column names: fields and keys cannot be told from"
                            + " them. Export it again as raw data, with field names");
        }
        reasons.add(named.map(name -> "subject " + name + ": a column of this name holds the subject identifier")
                .orElse("subject none: no column has a name that is known to hold the subject identifier"));
        return named;
    }

    /**
     * A search that looks at every record for {@link #decide}, unless it does not matter whether keys are unique. It counts
     * on the beginning of a long file, see {@link KeySearch}.
     *
     * @param readers makes a reader of the columns at these indices, ascending, each once
     */
    public <P> KeySearch<P> search(Function<int[], RecordHashes<P>> readers, Schema schema, NamedKeys named) {
        int most = named.areChecked() ? KeySearch.MAX_HASHES : 0;
        return new KeySearch<>(readers, schema, subject.stream().toList(), candidates, true, most);
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

    /** What is not as the keys were named, in words. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void choose(KeyCandidate candidate, KeySearch.Outcome outcome, long records) {
        keys = candidate.columns();
        String within = subject.isPresent() ? " within each subject" : "";
        if (outcome == KeySearch.Outcome.REPEATED) {
            keysGiven.ifPresent(why -> warnings.add(
                    "the keys " + candidate.label() + ", " + why + ", are not unique" + within + " in the records"));
        }
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

    /** Who names the keys. */
    public KeyOrigin origin() {
        return origin;
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
