package org.trialseal.app.work.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.DifferenceJournal;

/**
 * The differences of a comparison as lines of a table, at most {@value #MOST}. Values stay in the journal's file and are
 * read when a line is looked at; in memory there is an index of some 22 bytes a line, and while lines are sorted another
 * 20.
 */
public final class ComparisonLines implements Closeable {
    /** Most lines of a table; an export has all. */
    public static final int MOST = 1_000_000;

    private static final int CACHED = 1_024;
    private static final int STEP = 4_096;
    private static final int MOST_KEPT = 64;

    private final DifferenceJournal journal;
    private final LineIndex index;
    private final List<ArtifactComparison> artifacts;
    private final List<List<String>> keyColumns = new ArrayList<>();
    private final DifferenceJournal.Reader reader;
    private boolean lacksOld;
    private final Map<Long, Difference> cache = new LinkedHashMap<>(CACHED * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Difference> eldest) {
            return size() > CACHED;
        }
    };

    private ComparisonLines(DifferenceJournal journal, ComparisonReport report, int most) {
        this.journal = journal;
        this.artifacts = report.artifacts();
        this.index = new LineIndex(most);
        this.reader = journal.reader();
        artifacts.forEach(artifact -> keyColumns.add(journal.keyColumns(artifact.name())));
    }

    /** The lines of a comparison that was written to {@code journal}. */
    public static ComparisonLines of(DifferenceJournal journal, ComparisonReport report) throws IOException {
        return of(journal, report, MOST);
    }

    static ComparisonLines of(DifferenceJournal journal, ComparisonReport report, int most) throws IOException {
        ComparisonLines lines = new ComparisonLines(journal, report, most);
        for (int artifact = 0; artifact < lines.artifacts.size(); artifact++) {
            lines.add(artifact);
        }
        return lines;
    }

    private void add(int number) throws IOException {
        ArtifactComparison artifact = artifacts.get(number);
        visitArtifact(artifact, (name, place, difference) -> {
            requireGoingOn();
            for (int line = 0; line < ComparisonLine.lines(difference); line++) {
                String field = difference.fields().isEmpty()
                        ? ""
                        : difference.fields().get(line).name();
                index.add(number, ComparisonLine.kind(difference), place, line, Safe.text(field));
                lacksOld |= difference.kind() == Difference.Kind.CHANGED
                        && (difference.fields().isEmpty()
                                || difference.fields().get(line).before().isEmpty());
            }
            return !index.isFull();
        });
    }

    private void visitArtifact(ArtifactComparison artifact, DifferenceJournal.Visitor visitor) throws IOException {
        if (Differences.isListed(artifact)) {
            journal.visit(artifact.name(), visitor);
        }
    }

    private static void requireGoingOn() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped");
        }
    }

    /** Number of lines. */
    public int size() {
        return index.size();
    }

    /** Whether there are more differences than lines: then these are the first. */
    public boolean isCutShort() {
        return index.isCutShort();
    }

    /** Whether a sealed value is not shown since it was not kept. */
    public boolean lacksOld() {
        return lacksOld;
    }

    /** The names of all fields that changed, sorted. */
    public List<String> fields() {
        return index.fields();
    }

    /** The names of all datasets that have lines, in their order. */
    public List<String> datasets() {
        return index.artifacts().stream()
                .map(number -> Safe.text(artifacts.get(number).name()))
                .toList();
    }

    /** The kinds that there are. */
    public List<Kind> kinds() {
        return index.kinds();
    }

    /** One line, counted from 0; for one thread at a time. */
    public ComparisonLine line(int number) throws IOException {
        int artifact = index.artifact(number);
        long place = index.place(number);
        Difference difference = cache.get(place);
        if (difference == null) {
            difference = reader.at(place);
            cache.put(place, difference);
        }
        return line(artifact, difference, index.nth(number));
    }

    private ComparisonLine line(int artifact, Difference difference, int nth) {
        return ComparisonLine.of(artifacts.get(artifact).name(), difference, nth, keyColumns.get(artifact));
    }

    /**
     * The numbers of the lines that were chosen, in their order. Safe beside {@link #line}, and ends soon after its thread
     * was interrupted.
     *
     * @param read is told how many more lines were read
     */
    public int[] choose(LineChoice choice, LongConsumer read) throws IOException {
        Selection selection = new Selection(choice, index.size());
        if (choice.isRead()) {
            visit(selection::take, read);
        } else {
            for (int number = 0; number < index.size(); number++) {
                if (selection.isWanted(number)) {
                    selection.keep(number, selection.known(number), 0);
                }
            }
        }
        return selection.ordered();
    }

    @FunctionalInterface
    private interface LineVisitor {
        void line(int number, ComparisonLine line);
    }

    private void visit(LineVisitor visitor, LongConsumer read) throws IOException {
        int[] next = new int[1];
        for (int artifact = 0; artifact < artifacts.size(); artifact++) {
            int here = artifact;
            visitArtifact(artifacts.get(artifact), (name, place, difference) -> {
                for (int nth = 0; nth < ComparisonLine.lines(difference) && next[0] < index.size(); nth++) {
                    visitor.line(next[0]++, line(here, difference, nth));
                    if (next[0] % STEP == 0) {
                        requireGoingOn();
                        read.accept(STEP);
                    }
                }
                return next[0] < index.size();
            });
        }
    }

    /** Lines that were chosen, with what they are sorted by. */
    private final class Selection {
        private final LineChoice choice;
        private final String wanted;
        private final int field;
        private int[] numbers;
        private long[] first;
        private long[] second;
        private int size;

        Selection(LineChoice choice, int most) {
            this.choice = choice;
            this.wanted = choice.text().toLowerCase(Locale.ROOT);
            this.field = choice.field().map(index::fieldNumber).orElse(LineIndex.ANY_FIELD);
            int room = Math.min(most, STEP);
            numbers = new int[room];
            first = new long[room];
            second = new long[room];
        }

        boolean isWanted(int number) {
            return (choice.kind().isEmpty() || choice.kind().get() == index.kind(number))
                    && (field == LineIndex.ANY_FIELD || field == index.field(number))
                    && (choice.dataset().isEmpty()
                            || choice.dataset()
                                    .get()
                                    .equals(Safe.text(artifacts
                                            .get(index.artifact(number))
                                            .name())));
        }

        void take(int number, ComparisonLine line) {
            if (isWanted(number) && (wanted.isEmpty() || LineChoice.has(line, wanted))) {
                SortKey key = choice.order().isRead() ? SortKey.of(line, choice.order()) : SortKey.NONE;
                keep(number, choice.order().isRead() ? key.first() : known(number), key.second());
            }
        }

        /** What is known of a line without reading it. */
        long known(int number) {
            switch (choice.order()) {
                case DATASET:
                    return index.artifact(number);
                case KIND:
                    return index.kind(number).rank();
                case FIELD:
                    return index.fieldRank(number);
                default:
                    return 0;
            }
        }

        void keep(int number, long firstKey, long secondKey) {
            if (size == numbers.length) {
                int room = Math.max(MOST_KEPT, size * 2);
                numbers = Arrays.copyOf(numbers, room);
                first = Arrays.copyOf(first, room);
                second = Arrays.copyOf(second, room);
            }
            numbers[size] = number;
            first[size] = firstKey;
            second[size] = secondKey;
            size++;
        }

        int[] ordered() {
            if (choice.order() == LineChoice.Order.PLACE) {
                return Arrays.copyOf(numbers, size);
            }
            int[] order = IndexSort.sorted(size, (one, other) -> {
                int byFirst = Long.compareUnsigned(first[one], first[other]);
                int both = byFirst != 0 ? byFirst : Long.compareUnsigned(second[one], second[other]);
                return choice.descending() ? -both : both;
            });
            for (int i = 0; i < size; i++) {
                order[i] = numbers[order[i]];
            }
            return order;
        }
    }

    /** Forgets what was read; the journal is closed by whoever made it. */
    @Override
    public void close() throws IOException {
        cache.clear();
        reader.close();
    }
}
