package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.compare.LooseRows.LooseRow;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;

/**
 * The last pass: when few rows and few records are left, a row whose values are mostly those of a record is that record
 * with another key, or under another subject. What remains was added or removed.
 */
final class LastPairing {
    private static final int MOST_CHANGED = 2;

    private final Comparing comparing;
    private final RecordMatch match;
    private final List<LostRecord> lost = new ArrayList<>();
    private boolean tooMany;

    /** A record for which no row was found; the subject as far as it is known. */
    private record LostRecord(OpenGroup group, Optional<Cell> subject, long index, long position) {}

    private record Pair(LooseRow row, int lost, int agreeing, boolean sameGroup, long distance) {}

    LastPairing(Comparing comparing) {
        this.comparing = comparing;
        this.match = comparing.newMatch();
    }

    /** @param missing opened groups that no row belongs to */
    void run(LooseRows loose, List<SealedGroup> missing) throws IOException, MalformedException {
        collect(missing);
        Set<LooseRow> paired = new HashSet<>();
        Set<Integer> foundLost = new HashSet<>();
        if (!tooMany && (long) loose.kept().size() * lost.size() <= pairLimit()) {
            MatchedRuns same = comparing.newRuns();
            List<Pair> chosen = choose(pairs(loose));
            chosen.sort(Comparator.comparingLong(pair -> pair.row().number()));
            for (Pair pair : chosen) {
                settle(pair, loose, same);
                paired.add(pair.row());
                foundLost.add(pair.lost());
            }
        }
        loose.addAll(loose.kept().stream().filter(row -> !paired.contains(row)).toList());
        if (!tooMany) {
            for (int i = 0; i < lost.size(); i++) {
                if (!foundLost.contains(i)) {
                    remove(lost.get(i));
                }
            }
        }
    }

    private long pairLimit() {
        return comparing.limits().pairs()
                * 64
                / Math.max(64, comparing.mapping().common().length);
    }

    /** Collects lost records; if they are too many, they are said to be removed at once. */
    private void collect(List<SealedGroup> missing) throws IOException, MalformedException {
        Set<Long> orphans = new HashSet<>();
        comparing.cursors().visit((cursor, subject) -> {
            if (cursor.isOpen() && !comparing.isFound(cursor.open())) {
                collect(cursor.open(), subject);
            }
            if (cursor.isOrphan()) {
                orphans.add(cursor.group().index());
            }
        });
        for (SealedGroup group : missing) {
            if (!orphans.contains(group.index())) {
                collect(OpenGroup.of(group), comparing.dataset().subjectOf(group));
            }
        }
    }

    private void collect(OpenGroup group, Optional<Cell> subject) throws IOException, MalformedException {
        for (long index = 0; index < group.count(); index++) {
            if (comparing.isFound(group, index)) {
                continue;
            }
            long position = Math.max(-1, match.positionOf(group, index));
            LostRecord record = new LostRecord(group, subject, index, position);
            if (!tooMany && lost.size() == comparing.limits().loose()) {
                tooMany = true;
                for (LostRecord earlier : lost) {
                    remove(earlier);
                }
                lost.clear();
            }
            if (tooMany) {
                remove(record);
            } else {
                lost.add(record);
            }
        }
    }

    private void remove(LostRecord record) throws IOException {
        comparing.differences().removed(record.subject(), record.group(), record.index(), record.position());
    }

    /**
     * How many values must agree for a row to be a changed record and not another one. Constant columns make most records
     * of a dataset agree in half of their values, so that a record whose key is gone must agree in nearly all.
     */
    private int enough() {
        int common = comparing.mapping().common().length;
        int half = (common + 1) / 2;
        boolean keyed = !comparing.dataset().settings().keys().isEmpty();
        return keyed ? Math.max(half, common - Math.max(MOST_CHANGED, common / 6)) : half;
    }

    private List<Pair> pairs(LooseRows loose) throws IOException, MalformedException {
        List<Pair> pairs = new ArrayList<>();
        int enough = enough();
        for (int i = 0; i < lost.size(); i++) {
            LostRecord record = lost.get(i);
            for (LooseRow row : loose.kept()) {
                match.isSame(record.group(), record.index(), loose.batch(), row.row());
                int agreeing = match.agreeing();
                if (agreeing >= enough) {
                    boolean sameGroup = row.cursor() != null
                            && row.cursor().group().index() == record.group().index();
                    pairs.add(new Pair(row, i, agreeing, sameGroup, Math.abs(record.position() - row.number())));
                }
            }
        }
        return pairs;
    }

    private static List<Pair> choose(List<Pair> pairs) {
        pairs.sort(Comparator.comparingInt(Pair::agreeing)
                .reversed()
                .thenComparing(Pair::sameGroup, Comparator.reverseOrder())
                .thenComparingLong(Pair::distance)
                .thenComparingLong(pair -> pair.row().number()));
        Set<LooseRow> rows = new HashSet<>();
        Set<Integer> records = new HashSet<>();
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!rows.contains(pair.row()) && !records.contains(pair.lost())) {
                rows.add(pair.row());
                records.add(pair.lost());
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private void settle(Pair pair, LooseRows loose, MatchedRuns runs) throws IOException, MalformedException {
        LostRecord record = lost.get(pair.lost());
        long number = pair.row().number();
        if (match.isSame(
                record.group(), record.index(), loose.batch(), pair.row().row())) {
            comparing.found(record.group(), record.index());
        } else {
            comparing.changed(
                    record.group(),
                    record.index(),
                    number,
                    loose.batch(),
                    pair.row().row(),
                    match);
        }
        runs.add(number, match.sealedPosition());
    }
}
