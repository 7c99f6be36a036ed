package org.trialseal.core.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;

/**
 * The second pass: rows that were not found where they were expected are looked for by group and key among the records
 * that are still missing. Among records of the same key the one with the same values comes first, then the order.
 */
final class LeftoverPass {
    private static final int ENTRY = 2 * Integer.BYTES + Long.BYTES;

    private final Comparing comparing;
    private final LeftoverRows leftovers;
    private final LooseRows loose;
    private final RecordMatch match;
    private long trials;
    private boolean repeated;

    LeftoverPass(Comparing comparing, LeftoverRows leftovers, LooseRows loose) {
        this.comparing = comparing;
        this.leftovers = leftovers;
        this.loose = loose;
        this.match = comparing.newMatch();
        this.trials = comparing.limits().trials();
    }

    void run() throws IOException, MalformedException {
        if (leftovers.hasNamed()) {
            List<HiddenFile> missing = distribute();
            for (int part = 0; part < leftovers.parts(); part++) {
                if (leftovers.part(part).rows() > 0) {
                    new Part(leftovers.part(part), load(missing.get(part))).run();
                }
                leftovers.part(part).delete();
                missing.get(part).delete();
            }
        }
        leftovers.unnamed().visit((number, cursor, fingerprint, batch, row) -> {
            loose.add(number, comparing.cursors().visited().get(cursor), batch, row);
        });
        if (repeated) {
            comparing.note("Several records have the same key; those with the same values were paired first, the others"
                    + " in their order.");
        }
        if (trials <= 0) {
            comparing.note("Too many records have the same key to try them all; some of those said to be changed may"
                    + " only stand elsewhere.");
        }
    }

    /** Writes the records that are still missing to one file a part. */
    private List<HiddenFile> distribute() throws IOException, MalformedException {
        List<HiddenFile> files = new ArrayList<>();
        List<DataOutputStream> outs = new ArrayList<>();
        try {
            for (int part = 0; part < leftovers.parts(); part++) {
                HiddenFile file = comparing.hidden().newFile();
                files.add(file);
                outs.add(file.write());
            }
            List<GroupCursor> incomplete = comparing.cursors().visited().stream()
                    .filter(GroupCursor::isOpen)
                    .filter(cursor -> cursor.matched() < cursor.open().count())
                    .sorted(Comparator.comparingLong(cursor -> cursor.open().first()))
                    .toList();
            for (GroupCursor cursor : incomplete) {
                distribute(cursor, outs);
            }
        } finally {
            for (DataOutputStream out : outs) {
                out.close();
            }
        }
        return files;
    }

    private void distribute(GroupCursor cursor, List<DataOutputStream> outs) throws IOException, MalformedException {
        OpenGroup group = cursor.open();
        for (long index = 0; index < group.count(); index++) {
            if (!comparing.isFound(group, index)) {
                long fingerprint = match.fingerprint(group.first() + index);
                DataOutputStream out = outs.get(leftovers.part(cursor.number(), fingerprint));
                out.writeInt(cursor.number());
                out.writeInt(Math.toIntExact(index));
                out.writeLong(fingerprint);
            }
        }
    }

    private static UnfoundIndex load(HiddenFile file) throws IOException {
        UnfoundIndex index = new UnfoundIndex();
        long entries = file.size() / ENTRY;
        try (DataInputStream in = file.read()) {
            for (long i = 0; i < entries; i++) {
                index.add(in.readInt(), in.readInt(), in.readLong());
            }
        }
        index.build();
        return index;
    }

    /** The rows of one part. */
    private final class Part {
        private final RowSpool rows;
        private final UnfoundIndex index;
        private final BitSet settled = new BitSet();
        private final MatchedRuns same = comparing.newRuns();
        private final MatchedRuns changed = comparing.newRuns();
        private int at;

        Part(RowSpool rows, UnfoundIndex index) {
            this.rows = rows;
            this.index = index;
        }

        void run() throws IOException, MalformedException {
            at = 0;
            rows.visit((number, cursor, fingerprint, batch, row) -> {
                if (findSame(number, cursor, fingerprint, batch, row)) {
                    settled.set(at);
                }
                at++;
            });
            if (settled.cardinality() == at) {
                return;
            }
            at = 0;
            rows.visit((number, cursor, fingerprint, batch, row) -> {
                if (!settled.get(at++)) {
                    pairInOrder(number, cursor, fingerprint, batch, row);
                }
            });
        }

        private boolean findSame(long number, int cursor, long fingerprint, RowBatch batch, int row)
                throws IOException, MalformedException {
            OpenGroup group = comparing.cursors().visited().get(cursor).open();
            int entry = index.first(cursor, fingerprint);
            while (entry != UnfoundIndex.NONE && trials-- > 0) {
                if (match.isSame(group, index.index(entry), batch, row)) {
                    comparing.found(group, index.index(entry), number, match.sealedPosition(), same);
                    take(cursor, entry);
                    return true;
                }
                entry = index.next(entry);
                repeated |= entry != UnfoundIndex.NONE;
            }
            return false;
        }

        /** Judges a pair; under another subject an equal key alone means little. */
        private boolean isPlausible(GroupCursor group, int entry, RowBatch batch, int row)
                throws IOException, MalformedException {
            match.isSame(group.open(), index.index(entry), batch, row);
            return !group.isOrphan()
                    || 2 * match.agreeing() >= comparing.mapping().common().length;
        }

        private void take(int cursor, int entry) {
            comparing.cursors().visited().get(cursor).foundLater();
            index.remove(entry);
        }

        private void pairInOrder(long number, int cursor, long fingerprint, RowBatch batch, int row)
                throws IOException, MalformedException {
            GroupCursor group = comparing.cursors().visited().get(cursor);
            int entry = index.first(cursor, fingerprint);
            if (entry == UnfoundIndex.NONE || !isPlausible(group, entry, batch, row)) {
                loose.add(number, group.isOrphan() ? null : group, batch, row);
                return;
            }
            comparing.changed(group.open(), index.index(entry), number, batch, row, match, changed);
            take(cursor, entry);
        }
    }
}
