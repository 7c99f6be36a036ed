package org.trialseal.core.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;

/** Leftover rows of one part, and the records of that part that are still missing. For one thread. */
final class LeftoverPart {
    private static final long NOT_FOUND = Long.MIN_VALUE;

    private final Comparing comparing;
    private final RowSpool rows;
    private final UnfoundIndex index;
    private final LooseRows loose;
    private final AtomicLong trials;
    private final PartBuffers buffers;
    private final RecordMatch match;
    private final MatchedRuns same;
    private final MatchedRuns changed;
    private final BitSet settled = new BitSet();
    private @Nullable GroupCursor last;
    private int done;
    private boolean repeated;

    /** @param buffers whose index holds the records of the part that are still missing */
    LeftoverPart(Comparing comparing, RowSpool rows, PartBuffers buffers, LooseRows loose, AtomicLong trials) {
        this.comparing = comparing;
        this.rows = rows;
        this.loose = loose;
        this.trials = trials;
        this.buffers = buffers;
        this.match = buffers.match();
        this.index = buffers.index();
        this.same = comparing.newRuns();
        this.changed = comparing.newRuns();
    }

    /** Settles a row; the sealed position of its record, or {@link #NOT_FOUND}. */
    private interface Settling {
        long settle(SpoolChunk chunk, int row, GroupCursor cursor) throws IOException, MalformedException;
    }

    void run() throws IOException, MalformedException {
        settleAll(this::findSame, same);
        if (settled.cardinality() < done) {
            settleAll(this::pairInOrder, changed);
        }
        same.close();
        changed.close();
    }

    boolean hasRepeatedKeys() {
        return repeated;
    }

    /** Settles the rows that are not settled yet, group by group to change keys rarely; rows of one group in order. */
    private void settleAll(Settling settling, MatchedRuns runs) throws IOException, MalformedException {
        done = 0;
        rows.visitChunks(buffers.chunk(), chunk -> {
            long[] positions = new long[chunk.batch().rows()];
            Arrays.fill(positions, NOT_FOUND);
            for (long place : chunk.byCursor()) {
                int row = (int) place;
                if (!settled.get(done + row)) {
                    positions[row] = settling.settle(chunk, row, cursor(chunk.cursor(row)));
                }
            }
            for (int row = 0; row < positions.length; row++) {
                if (positions[row] != NOT_FOUND) {
                    settled.set(done + row);
                    runs.add(chunk.number(row), positions[row]);
                }
            }
            done += positions.length;
        });
    }

    private GroupCursor cursor(int number) throws IOException {
        GroupCursor cursor = last;
        if (cursor == null || cursor.number() != number) {
            cursor = comparing.cursors().get(number);
            last = cursor;
        }
        return cursor;
    }

    private long findSame(SpoolChunk chunk, int row, GroupCursor cursor) throws IOException, MalformedException {
        OpenGroup group = cursor.open();
        int entry = index.first(cursor.number(), chunk.fingerprint(row));
        while (entry != UnfoundIndex.NONE && trials.getAndDecrement() > 0) {
            if (match.isSame(group, index.index(entry), chunk.batch(), row)) {
                comparing.found(group, index.index(entry));
                index.remove(entry);
                return match.sealedPosition();
            }
            entry = index.next(entry);
            repeated |= entry != UnfoundIndex.NONE;
        }
        return NOT_FOUND;
    }

    private long pairInOrder(SpoolChunk chunk, int row, GroupCursor cursor) throws IOException, MalformedException {
        int entry = index.first(cursor.number(), chunk.fingerprint(row));
        if (entry == UnfoundIndex.NONE || !isPlausible(cursor, entry, chunk, row)) {
            loose.add(chunk.number(row), cursor.isOrphan() ? null : cursor, chunk.batch(), row);
            return NOT_FOUND;
        }
        comparing.changed(cursor.open(), index.index(entry), chunk.number(row), chunk.batch(), row, match);
        index.remove(entry);
        return match.sealedPosition();
    }

    /** Judges a pair; under another subject an equal key alone means little. */
    private boolean isPlausible(GroupCursor cursor, int entry, SpoolChunk chunk, int row)
            throws IOException, MalformedException {
        match.isSame(cursor.open(), index.index(entry), chunk.batch(), row);
        return !cursor.isOrphan() || 2 * match.agreeing() >= comparing.mapping().common().length;
    }
}
