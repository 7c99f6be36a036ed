package org.trialseal.importers.csv;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trialseal.core.record.Schema;

/**
 * Finds out which candidates are unique within each subject over a whole file, in bounded memory: sets of 64-bit hashes,
 * of which the least sure candidates give up theirs when they grow too large together.
 */
final class KeySearch {
    /** Most hashes kept in all sets together; 8 to 11 bytes each. */
    static final int MAX_HASHES = 3 << 20;

    /** What is known of a candidate. */
    enum Outcome {
        UNIQUE,
        REPEATED,
        UNCHECKED
    }

    private final FieldHashes reader;
    private final long[] hashes;
    private final int subject;
    private final List<Live> candidates;
    private final int mostHashes;
    private int kept;

    private static final class Live {
        private final int[] positions;
        private LongSet seen = new LongSet();
        private Outcome outcome = Outcome.UNIQUE;

        Live(int[] positions) {
            this.positions = positions;
        }

        int end(Outcome reached) {
            int freed = seen.size();
            outcome = reached;
            seen = new LongSet();
            return freed;
        }
    }

    /**
     * @param subject the subject column's name, or nothing
     */
    KeySearch(
            CsvDialect dialect, Schema schema, List<String> subject, List<KeyCandidate> candidates, int mostHashes) {
        int[] wanted = Stream.concat(subject.stream(), candidates.stream().flatMap(c -> c.columns().stream()))
                .mapToInt(name -> schema.indexOf(name).orElseThrow())
                .sorted()
                .distinct()
                .toArray();
        this.reader = new FieldHashes(dialect, wanted);
        this.hashes = new long[wanted.length];
        this.subject = subject.isEmpty() ? -1 : position(wanted, schema, subject.get(0));
        this.candidates = candidates.stream()
                .map(c -> new Live(c.columns().stream()
                        .mapToInt(name -> position(wanted, schema, name))
                        .toArray()))
                .toList();
        this.mostHashes = mostHashes;
    }

    private static int position(int[] wanted, Schema schema, String name) {
        int column = schema.indexOf(name).orElseThrow();
        return IntStream.range(0, wanted.length)
                .filter(i -> wanted[i] == column)
                .findFirst()
                .orElseThrow();
    }

    /** Takes note of some records. */
    void add(ScannedRecords records) {
        if (candidates.stream().noneMatch(c -> c.outcome == Outcome.UNIQUE)) {
            return;
        }
        reader.over(records);
        for (int i = 0; i < records.count(); i++) {
            reader.read(records.start(i), hashes);
            addRecord();
        }
    }

    private void addRecord() {
        for (Live candidate : candidates) {
            if (candidate.outcome == Outcome.UNIQUE) {
                if (candidate.seen.add(key(candidate))) {
                    kept++;
                } else {
                    kept -= candidate.end(Outcome.REPEATED);
                }
            }
        }
        for (int i = candidates.size() - 1; kept > mostHashes && i >= 0; i--) {
            Live leastSure = candidates.get(i);
            if (leastSure.outcome == Outcome.UNIQUE) {
                kept -= leastSure.end(Outcome.UNCHECKED);
            }
        }
    }

    private long key(Live candidate) {
        long key = subject < 0 ? 0 : FieldHashes.mix(0, hashes[subject]);
        for (int position : candidate.positions) {
            key = FieldHashes.mix(key, hashes[position]);
        }
        return key;
    }

    /** What is known of the candidate at {@code index} of the list given. */
    Outcome outcome(int index) {
        return candidates.get(index).outcome;
    }
}
