package org.trialseal.importers.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.redcap.ExportColumns;

/**
 * Chooses subject and key columns of one table: the user's where the table has them, else those that the source itself
 * names, else inferred ones.
 */
public final class Grouping {
    private final Optional<String> subject;
    private final Optional<Phrase> keysGiven;
    private final KeyOrigin origin;
    private final List<KeyCandidate> candidates;
    private final List<Phrase> reasons = new ArrayList<>();
    private final List<Phrase> warnings = new ArrayList<>();
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
            reasons.add(Phrase.of(PlanReason.KEYS_NO_COLUMNS, String.join(", ", askedKeys)));
        }
        if (!askedKeys.isEmpty() && present) {
            keysGiven = Optional.of(Phrase.of(PlanReason.AS_ASKED));
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
            reasons.add(Phrase.of(PlanReason.SUBJECT, asked.get(), Phrase.of(PlanReason.AS_ASKED)));
            return asked;
        }
        asked.ifPresent(name -> reasons.add(Phrase.of(PlanReason.SUBJECT_NO_COLUMN, name)));
        Optional<NamedKeys.Keys> described =
                given.map(Naming::keys).filter(keys -> keys.subject().isPresent());
        if (described.isPresent()) {
            Optional<String> column = described.get().subject();
            reasons.add(
                    Phrase.of(PlanReason.SUBJECT, column.get(), described.get().reason()));
            return column;
        }
        Optional<ExportColumns.RecordId> record = ExportColumns.recordId(schema);
        Optional<String> named = SubjectColumn.find(schema);
        if (record.isPresent() && (record.get().certain() || named.isEmpty())) {
            reasons.add(Phrase.of(
                    PlanReason.SUBJECT, record.get().column(), record.get().reason()));
            return Optional.of(record.get().column());
        }
        if (ExportColumns.isLabelled(schema.names())) {
            warnings.add(Phrase.of(PlanWarning.LABELLED_REDCAP));
        }
        reasons.add(named.map(name -> Phrase.of(PlanReason.SUBJECT_BY_NAME, name))
                .orElse(Phrase.of(PlanReason.SUBJECT_NONE)));
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
                        () -> reasons.add(Phrase.of(PlanReason.KEYS_NONE)));
    }

    /** What is not as the keys were named. */
    public List<Phrase> warnings() {
        return List.copyOf(warnings);
    }

    private void choose(KeyCandidate candidate, KeySearch.Outcome outcome, long records) {
        keys = candidate.columns();
        String columns = candidate.label();
        if (outcome == KeySearch.Outcome.REPEATED) {
            PlanWarning repeated = subject.isPresent() ? PlanWarning.NOT_UNIQUE_WITHIN : PlanWarning.NOT_UNIQUE;
            keysGiven.ifPresent(why -> warnings.add(Phrase.of(repeated, columns, why)));
        }
        Phrase finding = finding(outcome, records);
        reasons.add(keysGiven
                .map(why -> Phrase.of(PlanReason.KEYS_NAMED, columns, why, finding))
                .orElse(Phrase.of(PlanReason.KEYS, columns, finding)));
    }

    private Phrase finding(KeySearch.Outcome outcome, long records) {
        boolean within = subject.isPresent();
        switch (outcome) {
            case UNIQUE:
                return Phrase.of(within ? PlanReason.UNIQUE_WITHIN : PlanReason.UNIQUE, records);
            case REPEATED:
                return Phrase.of(within ? PlanReason.REPEATED_WITHIN : PlanReason.REPEATED);
            default:
                return Phrase.of(within ? PlanReason.UNCHECKED_WITHIN : PlanReason.UNCHECKED);
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

    /** Why. */
    public List<Phrase> reasons() {
        return List.copyOf(reasons);
    }
}
