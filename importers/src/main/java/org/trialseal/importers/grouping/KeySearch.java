package org.trialseal.importers.grouping;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trialseal.core.record.Schema;

/**
 * Finds out which candidates are unique within each subject over a whole file, in bounded memory, by sets of 64-bit
 * hashes. While the records of each subject stand together, only those of one subject are kept, beside one hash for
 * each subject. In a long file only the surest candidate is looked at from some record on: should it turn out not to be
 * unique after all, the file must be searched again. When the sets grow too large together, the least sure candidates
 * stay unchecked.
 *
 * @param <P> some records as the format's reader hands them over
 */
public final class KeySearch<P> {
    /** Most hashes kept in all sets together; about 11 bytes each. */
    public static final int MAX_HASHES = 3 << 20;

    /** How many hashes are kept before the file is taken for a long one, whose beginning tells what the rest is like. */
    private static final int FEW_HASHES = 1 << 16;

    /** What is known of a candidate. */
    public enum Outcome {
        UNIQUE,
        REPEATED,
        UNCHECKED
    }

    private final Function<int[], RecordHashes<P>> readers;
    private final Schema schema;
    private final List<String> subject;
    private final List<Tried> candidates;
    private final int mostHashes;
    private final LongSet subjects = new LongSet();
    private boolean runsAllowed;
    private boolean byRuns;
    private boolean postponing;
    private boolean runsHeld = true;
    private boolean begun;
    private long lastSubject;
    private RecordHashes<P> reader;
    private long[] hashes = {};
    private int subjectAt = -1;

    private static final class Tried {
        private final KeyCandidate candidate;
        private final LongSet seen = new LongSet();
        private Outcome outcome = Outcome.UNIQUE;
        private boolean postponed;
        private int[] positions = {};

        Tried(KeyCandidate candidate) {
            this.candidate = candidate;
        }

        boolean isOpen() {
            return outcome == Outcome.UNIQUE && !postponed;
        }

        void end(Outcome reached) {
            outcome = reached;
            seen.clear();
        }
    }

    /**
     * @param readers makes a reader of the columns at these indices, ascending, each once
     * @param subject the subject column's name, or nothing
     * @param runs whether to count on the beginning of a long file: on each subject's records standing together, and on the
     *     surest candidate being unique; else all is looked at to the end
     */
    public KeySearch(
            Function<int[], RecordHashes<P>> readers,
            Schema schema,
            List<String> subject,
            List<KeyCandidate> candidates,
            boolean runs,
            int mostHashes) {
        this.readers = readers;
        this.schema = schema;
        this.subject = List.copyOf(subject);
        this.candidates = candidates.stream().map(Tried::new).toList();
        this.runsAllowed = runs && !subject.isEmpty();
        this.postponing = runs;
        this.mostHashes = mostHashes;
        this.reader = narrowed();
    }

    /** The same search from the start, counting only on what has proven true, and knowing what is known to repeat. */
    public KeySearch<P> again() {
        List<KeyCandidate> same =
                candidates.stream().map(tried -> tried.candidate).toList();
        KeySearch<P> again = new KeySearch<>(readers, schema, subject, same, false, mostHashes);
        again.runsAllowed = runsHeld && !subject.isEmpty();
        again.postponing = !needsPostponed();
        for (int i = 0; i < candidates.size(); i++) {
            if (outcome(i) == Outcome.REPEATED) {
                again.candidates.get(i).end(Outcome.REPEATED);
            }
        }
        again.reader = again.narrowed();
        return again;
    }

    /** Reads from now on only the fields that open candidates need. */
    private RecordHashes<P> narrowed() {
        int[] wanted = Stream.concat(subject.stream(), open().flatMap(tried -> tried.candidate.columns().stream()))
                .mapToInt(name -> schema.indexOf(name).orElseThrow())
                .sorted()
                .distinct()
                .toArray();
        hashes = new long[wanted.length];
        subjectAt = subject.isEmpty() ? -1 : position(wanted, subject.get(0));
        open().forEach(tried -> tried.positions = tried.candidate.columns().stream()
                .mapToInt(name -> position(wanted, name))
                .toArray());
        return readers.apply(wanted);
    }

    private Stream<Tried> open() {
        return candidates.stream().filter(Tried::isOpen);
    }

    private int position(int[] wanted, String name) {
        int column = schema.indexOf(name).orElseThrow();
        return IntStream.range(0, wanted.length)
                .filter(i -> wanted[i] == column)
                .findFirst()
                .orElseThrow();
    }

    /** Takes note of the first {@code count} of some records. */
    public void add(P records, int count) {
        if (open().findAny().isEmpty()) {
            return;
        }
        reader.over(records);
        for (int i = 0; i < count; i++) {
            reader.read(i, hashes);
            if (runsAllowed) {
                noteSubject(mix(0, hashes[subjectAt]));
            }
            if (addRecord()) {
                reader = narrowed();
                reader.over(records);
            }
        }
    }

    private void noteSubject(long hash) {
        if (begun && hash == lastSubject) {
            return;
        }
        begun = true;
        lastSubject = hash;
        if (!subjects.add(hash)) {
            runsHeld = !byRuns;
            runsAllowed = false;
            subjects.clear();
        } else if (byRuns) {
            candidates.forEach(tried -> tried.seen.clear());
        }
    }

    /** Returns whether a candidate was decided. */
    private boolean addRecord() {
        boolean decided = false;
        int kept = subjects.size();
        for (Tried tried : candidates) {
            if (tried.isOpen()) {
                if (tried.seen.add(key(tried))) {
                    kept += tried.seen.size();
                } else {
                    tried.end(Outcome.REPEATED);
                    decided = true;
                }
            }
        }
        if (kept > FEW_HASHES) {
            byRuns |= runsAllowed;
            decided |= postpone();
        }
        return kept > mostHashes ? giveUp(kept) : decided;
    }

    /** Looks at none but the surest candidate from now on; returns whether there were others. */
    private boolean postpone() {
        if (!postponing) {
            return false;
        }
        postponing = false;
        List<Tried> others = open().skip(1).toList();
        for (Tried tried : others) {
            tried.postponed = true;
            tried.seen.clear();
        }
        return !others.isEmpty();
    }

    private boolean giveUp(int kept) {
        int left = kept;
        for (int i = candidates.size() - 1; left > mostHashes && i >= 0; i--) {
            Tried leastSure = candidates.get(i);
            if (leastSure.isOpen()) {
                left -= leastSure.seen.size();
                leastSure.end(Outcome.UNCHECKED);
            }
        }
        return true;
    }

    /** Mixes the hash of a field into that of the fields before it. */
    private static long mix(long before, long field) {
        long mixed = (before ^ field) * 0xFF51AFD7ED558CCDL;
        mixed ^= mixed >>> 32;
        mixed *= 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 29;
    }

    private long key(Tried tried) {
        long key = subjectAt < 0 ? 0 : mix(0, hashes[subjectAt]);
        for (int position : tried.positions) {
            key = mix(key, hashes[position]);
        }
        return key;
    }

    /**
     * Whether the outcomes hold. They do not when it was counted on that each subject's records stand together and late in
     * the file they did not, or that the surest candidate is unique and it was not: then the file must be searched
     * {@link #again}.
     */
    public boolean isConclusive() {
        return runsHeld && !needsPostponed();
    }

    /** Whether all candidates are known to repeat that are surer than the first one that was postponed. */
    private boolean needsPostponed() {
        return candidates.stream()
                .filter(tried -> tried.postponed || tried.outcome != Outcome.REPEATED)
                .findFirst()
                .map(tried -> tried.postponed)
                .orElse(false);
    }

    /** What is known of the candidate at {@code index} of the list given; holds for those up to the first not repeated. */
    public Outcome outcome(int index) {
        Tried tried = candidates.get(index);
        return tried.postponed ? Outcome.UNCHECKED : tried.outcome;
    }
}
