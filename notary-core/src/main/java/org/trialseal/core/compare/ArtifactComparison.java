package org.trialseal.core.compare;

import java.util.List;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/**
 * What became of one sealed artifact.
 *
 * @param records number of records in the later copy; of chunks for a document
 * @param differences the first of them, at most {@value #MAX_DIFFERENCES}; none when a {@link DifferenceJournal} takes them
 * @param remarks what else is to be said
 */
public record ArtifactComparison(
        String name, State state, long records, Counts counts, List<Difference> differences, List<Note> remarks) {
    /** Most differences that are listed; the counts are always of all. */
    public static final int MAX_DIFFERENCES = 10_000;

    /** What became of an artifact. */
    public enum State {
        /** The same file. */
        IDENTICAL("identical", Severity.PASSED),
        /** The same records in the same order, written otherwise. */
        RE_ENCODED("re-encoded", Severity.PASSED),
        /** Records or bytes differ. */
        ALTERED("altered", Severity.FAILED),
        /** Sealed, but not among the files given. */
        MISSING("missing", Severity.FAILED),
        /** Given, but not sealed. */
        UNEXPECTED("unexpected", Severity.FAILED),
        /** Cannot be compared with what is at hand. */
        UNKNOWN("unknown", Severity.INDETERMINATE);

        private final String word;
        private final Severity severity;

        State(String word, Severity severity) {
            this.word = word;
            this.severity = severity;
        }

        /** The name in JSON. */
        public String word() {
            return word;
        }

        /** What it means for the verdict. */
        public Severity severity() {
            return severity;
        }
    }

    /** The three verdicts, from best to worst. */
    public enum Severity {
        PASSED("passed"),
        INDETERMINATE("indeterminate"),
        FAILED("failed");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /** The name in JSON. */
        public String word() {
            return word;
        }
    }

    /** How many records were added, removed, changed, or stand in another order. */
    public record Counts(long added, long removed, long changed, long reordered) {
        /** Nothing differs. */
        public static Counts none() {
            return new Counts(0, 0, 0, 0);
        }

        boolean isNone() {
            return added + removed + changed + reordered == 0;
        }
    }

    public ArtifactComparison {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /** What else is to be said, in English sentences. */
    public List<String> notes() {
        return remarks.stream().map(Note::sentence).toList();
    }

    static ArtifactComparison identical(String name, long records) {
        return identical(name, records, List.of());
    }

    static ArtifactComparison identical(String name, long records, List<Note> notes) {
        return new ArtifactComparison(name, State.IDENTICAL, records, Counts.none(), List.of(), notes);
    }

    static ArtifactComparison altered(String name, Code how) {
        return new ArtifactComparison(name, State.ALTERED, 0, Counts.none(), List.of(), List.of(Note.of(how)));
    }

    /** Of a file that has the name of a sealed data file and is no table. */
    static ArtifactComparison unreadable(SealEntry entry, FileBytes bytes) {
        switch (bytes) {
            case SAME:
                return identical(entry.name(), records(entry));
            case DIFFERENT:
                return altered(entry.name(), Code.BYTES_DIFFER_NO_TABLE);
            default:
                return unknown(entry.name(), Code.NO_TABLE);
        }
    }

    private static long records(SealEntry entry) {
        return entry instanceof LogEntry log
                ? log.records()
                : ((DatasetEntry) entry).shape().records();
    }

    static ArtifactComparison hiddenLater(String name) {
        return unknown(name, Code.NOT_WHOLE_LATER);
    }

    static ArtifactComparison missing(String name) {
        return new ArtifactComparison(name, State.MISSING, 0, Counts.none(), List.of(), List.of(Note.of(Code.MISSING)));
    }

    static ArtifactComparison unexpected(String name) {
        return new ArtifactComparison(
                name, State.UNEXPECTED, 0, Counts.none(), List.of(), List.of(Note.of(Code.UNEXPECTED)));
    }

    static ArtifactComparison unknown(String name, Code why) {
        return new ArtifactComparison(name, State.UNKNOWN, 0, Counts.none(), List.of(), List.of(Note.of(why)));
    }
}
