package org.trialseal.core.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.SealEntry;

/**
 * The subjects of a seal and how many records each has where, as the data at hand name them; nothing is checked against
 * the evidence yet. In memory: about 100 bytes a subject.
 */
public final class SubjectCensus {
    private final List<Integer> tables;
    private final String[] identifiers;
    private final int[][] counts;

    private SubjectCensus(List<Integer> tables, Map<String, int[]> found) {
        this.tables = List.copyOf(tables);
        identifiers = found.keySet().toArray(new String[0]);
        Arrays.sort(identifiers);
        counts = new int[identifiers.length][];
        Arrays.setAll(counts, i -> found.getOrDefault(identifiers[i], new int[tables.size()]));
    }

    /** Nobody. */
    public static SubjectCensus empty() {
        return of(List.of(), Map.of());
    }

    /**
     * Subjects that were counted elsewhere.
     *
     * @param tables the datasets and logs, by index of their entries
     * @param counts the records of each subject in these
     */
    public static SubjectCensus of(List<Integer> tables, Map<String, int[]> counts) {
        return new SubjectCensus(tables, counts);
    }

    /**
     * Reads the data of every dataset and log that has subjects.
     *
     * @param openings what {@link EvidenceFolder#unlock} gave
     * @param asked which entries are read, by index: those whose data are at hand
     * @throws ProofRefusedException when data are not at hand
     */
    public static SubjectCensus read(
            EvidenceFolder folder, FolderOpenings openings, StudyStore store, SealedData data, IntPredicate asked)
            throws IOException, MalformedException, ProofRefusedException {
        ProofSources sources = new ProofSources(folder, openings, store, data);
        List<Integer> tables = new ArrayList<>();
        for (int i = 0; i < folder.entries().size(); i++) {
            if (asked.test(i)
                    && sources.settings(i).flatMap(ImportSettings::subject).isPresent()) {
                tables.add(i);
            }
        }
        Map<String, int[]> found = new HashMap<>();
        for (int number = 0; number < tables.size(); number++) {
            read(sources, tables.get(number), new Counter(found, tables.size(), number));
        }
        return new SubjectCensus(tables, found);
    }

    private static void read(ProofSources sources, int artifact, Counter counter)
            throws IOException, MalformedException, ProofRefusedException {
        SealEntry entry = sources.folder().entries().get(artifact);
        Schema schema = sources.openings().exportSchema(entry, artifact, sources.number());
        ImportSettings settings = sources.settings(artifact).orElseThrow();
        int column = RecordColumns.subject(schema, settings).orElseThrow();
        try (TableReader reader = sources.openTable(artifact, schema, settings)) {
            for (Optional<TableReader.Piece> piece = reader.nextPiece();
                    piece.isPresent();
                    piece = reader.nextPiece()) {
                counter.count(piece.get().decode(), column);
            }
        }
    }

    /** Counts the records of one table. Neighbours are mostly of one subject, which is looked up once. */
    private static final class Counter {
        private final Map<String, int[]> found;
        private final int tables;
        private final int table;
        private byte[] last = {};
        private int[] current = {};

        Counter(Map<String, int[]> found, int tables, int table) {
            this.found = found;
            this.tables = tables;
            this.table = table;
        }

        void count(RowBatch batch, int column) {
            for (int row = 0; row < batch.rows(); row++) {
                int from = batch.offset(row, column);
                int to = from + batch.length(row, column);
                if (current.length == 0 || !Arrays.equals(last, 0, last.length, batch.buffer(), from, to)) {
                    last = Arrays.copyOfRange(batch.buffer(), from, to);
                    Cell cell = batch.cell(row, column);
                    String identifier = cell.display();
                    // What cannot be asked for by its text is not offered.
                    current = Wanted.cells(identifier).contains(cell)
                            ? found.computeIfAbsent(identifier, subject -> new int[tables])
                            : new int[tables];
                }
                current[table]++;
            }
        }
    }

    /** Number of subjects. */
    public int size() {
        return identifiers.length;
    }

    /** Whether a subject has this identifier. */
    public boolean has(String identifier) {
        return Arrays.binarySearch(identifiers, identifier) >= 0;
    }

    /** The identifier of a subject, in ascending order. */
    public String identifier(int subject) {
        return identifiers[subject];
    }

    /** The datasets and logs that have subjects, by index of their entries. */
    public List<Integer> tables() {
        return tables;
    }

    /** Number of records of a subject in the dataset or log {@code artifact}; 0 where there are no subjects. */
    public long records(int subject, int artifact) {
        int table = tables.indexOf(artifact);
        return table < 0 ? 0 : counts[subject][table];
    }

    /** Number of records of a subject in all of them. */
    public long records(int subject) {
        return Arrays.stream(counts[subject]).asLongStream().sum();
    }
}
