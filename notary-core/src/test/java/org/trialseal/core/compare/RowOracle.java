package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The slow, obvious comparison of plain rows: records of one subject and key are paired, those with the same values first,
 * then in order; what is left is paired by most values in common, at least half, nearly all where there are keys; the rest was added or removed.
 */
final class RowOracle {
    private final PlainTable sealed;
    private final PlainTable later;
    private final int[] partner;
    private final Set<Integer> taken = new HashSet<>();

    private RowOracle(PlainTable sealed, PlainTable later) {
        this.sealed = sealed;
        this.later = later;
        this.partner = new int[later.rows().size()];
        java.util.Arrays.fill(partner, -1);
    }

    /** What is expected; differences as text. */
    record Expected(ArtifactComparison.Counts counts, Set<String> differences) {}

    static Expected compare(PlainTable sealed, PlainTable later) {
        RowOracle oracle = new RowOracle(sealed, later);
        oracle.pairSame();
        oracle.pairKeys();
        oracle.pairLeftovers();
        return oracle.expected();
    }

    private boolean sameKey(List<String> one, List<String> other) {
        if (sealed.keys().isEmpty()) {
            return one.equals(other);
        }
        return sealed.subject().stream().allMatch(subject -> same(one, other, subject))
                && sealed.keys().stream().allMatch(key -> same(one, other, key));
    }

    private boolean same(List<String> one, List<String> other, String column) {
        int index = sealed.columns().indexOf(column);
        return one.get(index).equals(other.get(index));
    }

    private void pairSame() {
        pairFirst((row, record) -> row.equals(record));
    }

    private void pairKeys() {
        pairFirst(this::sameKey);
    }

    private void pairFirst(java.util.function.BiPredicate<List<String>, List<String>> fits) {
        for (int row = 0; row < partner.length; row++) {
            for (int record = 0; record < sealed.rows().size() && partner[row] < 0; record++) {
                if (!taken.contains(record)
                        && fits.test(later.rows().get(row), sealed.rows().get(record))) {
                    pair(row, record);
                }
            }
        }
    }

    private void pair(int row, int record) {
        partner[row] = record;
        taken.add(record);
    }

    private record Candidate(int row, int record, int agreeing, boolean sameGroup) {}

    private int enough() {
        int columns = sealed.columns().size();
        int half = (columns + 1) / 2;
        return sealed.keys().isEmpty() ? half : Math.max(half, columns - Math.max(2, columns / 6));
    }

    private void pairLeftovers() {
        List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < partner.length; row++) {
            for (int record = 0; record < sealed.rows().size(); record++) {
                List<String> now = later.rows().get(row);
                List<String> before = sealed.rows().get(record);
                int agreeing = sealed.columns().size() - differing(row, record).size();
                if (partner[row] < 0 && !taken.contains(record) && agreeing >= enough()) {
                    boolean sameGroup = sealed.subject().stream().allMatch(subject -> same(now, before, subject));
                    candidates.add(new Candidate(row, record, agreeing, sameGroup));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::agreeing)
                .reversed()
                .thenComparing(Candidate::sameGroup, Comparator.reverseOrder())
                .thenComparingInt(candidate -> Math.abs(candidate.row() - candidate.record()))
                .thenComparingInt(Candidate::row));
        for (Candidate candidate : candidates) {
            if (partner[candidate.row()] < 0 && !taken.contains(candidate.record())) {
                pair(candidate.row(), candidate.record());
            }
        }
    }

    private Set<String> differing(int row, int record) {
        return IntStream.range(0, sealed.columns().size())
                .filter(column -> !later.rows()
                        .get(row)
                        .get(column)
                        .equals(sealed.rows().get(record).get(column)))
                .mapToObj(column -> sealed.columns().get(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Expected expected() {
        Set<String> differences = new TreeSet<>();
        long added = 0;
        long changed = 0;
        for (int row = 0; row < partner.length; row++) {
            if (partner[row] < 0) {
                added++;
                differences.add("added " + first(later, row + 1L));
            } else if (!differing(row, partner[row]).isEmpty()) {
                changed++;
                differences.add("changed " + first(later, row + 1L) + " was " + (partner[row] + 1) + " "
                        + differing(row, partner[row]));
            }
        }
        for (int record = 0; record < sealed.rows().size(); record++) {
            if (!taken.contains(record)) {
                differences.add("removed " + (record + 1));
            }
        }
        long removed = (long) sealed.rows().size() - taken.size();
        return new Expected(new ArtifactComparison.Counts(added, removed, changed, moved()), differences);
    }

    /** Matched records less the longest ascending sequence, in quadratic time. */
    private long moved() {
        int[] positions =
                java.util.Arrays.stream(partner).filter(record -> record >= 0).toArray();
        int[] longest = new int[positions.length];
        int best = 0;
        for (int i = 0; i < positions.length; i++) {
            longest[i] = 1;
            for (int j = 0; j < i; j++) {
                if (positions[j] < positions[i]) {
                    longest[i] = Math.max(longest[i], longest[j] + 1);
                }
            }
            best = Math.max(best, longest[i]);
        }
        return (long) positions.length - best;
    }

    /** The same text of what the comparison found, but for the order: that is {@link MovedOracle}'s. */
    static Set<String> text(List<Difference> differences, PlainTable later) {
        return differences.stream()
                .filter(difference -> difference.kind() != Difference.Kind.REORDERED)
                .map(difference -> text(difference, later))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Number of the first row with the values of row {@code number}: which of equal rows was added is all the same. */
    private static long first(PlainTable later, long number) {
        return later.rows().indexOf(later.rows().get((int) number - 1)) + 1L;
    }

    /** Whether no two rows have the same values. */
    static boolean allDiffer(PlainTable later) {
        return new HashSet<>(later.rows()).size() == later.rows().size();
    }

    private static String text(Difference difference, PlainTable later) {
        long record = difference.record().orElse(-1);
        String line = difference.kind().word() + " "
                + (difference.kind() == Difference.Kind.REMOVED ? record : first(later, record));
        return difference.kind() == Difference.Kind.CHANGED
                ? line + " was " + difference.sealedRecord().orElse(-1) + " "
                        + difference.fields().stream()
                                .map(FieldChange::name)
                                .collect(Collectors.toCollection(TreeSet::new))
                : line;
    }
}
