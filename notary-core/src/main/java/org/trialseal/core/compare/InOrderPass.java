package org.trialseal.core.compare;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.PiecePipeline;
import org.trialseal.core.record.RowBatch;

/**
 * The first pass: each row is compared with the record that is expected next in its group, and with a few after it. In
 * an unaltered copy that is all there is. Only rows with the very values of a record are settled; the others are put
 * aside.
 */
final class InOrderPass implements PiecePipeline.Stages<RowAttempts> {
    private static final long NONE = -1;

    private final Comparing comparing;
    private final LeftoverRows leftovers;
    private final MatchedRuns runs;
    private final RecordMatch match;
    private final Bearings bearings = new Bearings();
    private final Progress progress;
    private final boolean hasKeys;
    private final int usual;
    private volatile long drift;

    /** Is told how many rows were done. */
    interface Progress {
        /** This many more. */
        void rows(long rows);
    }

    InOrderPass(Comparing comparing, LeftoverRows leftovers, Progress progress) {
        this.comparing = comparing;
        this.leftovers = leftovers;
        this.runs = comparing.newRuns();
        this.match = comparing.newMatch();
        this.progress = progress;
        this.hasKeys = comparing.hasKeys();
        this.usual = comparing.limits().lookAhead();
    }

    @Override
    public RowBatch prepare(RowBatch batch, RowAttempts attempts) {
        attempts.prepare(batch.rows());
        return comparing.mapping().apply(batch);
    }

    @Override
    public void assign(RowBatch batch, RowAttempts attempts) throws IOException, MalformedException {
        attempts.startAt(comparing.rows(), drift);
        attempts.tryIf(!hasKeys || bearings.isWorthTrying(batch.rows()));
        for (int row = 0; row < batch.rows(); row++) {
            attempts.assign(row, comparing.cursors().of(batch, row));
        }
        comparing.countRows(batch.rows());
    }

    @Override
    public void work(RowBatch batch, RowAttempts attempts) throws IOException, MalformedException {
        for (int row = 0; row < batch.rows(); row++) {
            GroupCursor cursor = attempts.cursor(row);
            if (cursor == null || !cursor.isOpen()) {
                continue;
            }
            long guess = attempts.guess(row);
            if (attempts.isTried()
                    && guess >= 0
                    && guess < cursor.open().count()
                    && attempts.match().isAt(cursor.open(), guess, attempts.position(row), batch, row)) {
                attempts.hit(row);
            } else if (hasKeys) {
                attempts.miss(row, attempts.match().fingerprint(cursor.open(), batch, row));
            }
        }
    }

    @Override
    public void settle(RowBatch batch, RowAttempts attempts) throws IOException, MalformedException {
        int found = 0;
        for (int row = 0; row < batch.rows(); row++) {
            GroupCursor cursor = attempts.cursor(row);
            if (cursor == null) {
                leftovers.stranger(attempts.number(row), batch, row);
            } else if (cursor.isOpen()) {
                found += settle(cursor, batch, attempts, row) ? 1 : 0;
            }
        }
        if (attempts.isTried()) {
            bearings.note(batch.rows(), found);
        }
        progress.rows(batch.rows());
    }

    /** Says whether the row was found. */
    private boolean settle(GroupCursor cursor, RowBatch batch, RowAttempts attempts, int row)
            throws IOException, MalformedException {
        if (!attempts.isTried()) {
            leftovers.add(attempts.number(row), cursor, attempts.fingerprint(row), batch, row);
            return false;
        }
        long guess = attempts.guess(row);
        if (attempts.isHit(row) && !comparing.isFound(cursor.open(), guess)) {
            comparing.found(cursor.open(), guess);
            runs.add(attempts.number(row), attempts.position(row));
            cursor.found(guess);
            return true;
        }
        long fingerprint = attempts.isHit(row) && hasKeys
                ? match.fingerprint(cursor.open(), batch, row)
                : attempts.fingerprint(row);
        long number = attempts.number(row);
        boolean found = lookAhead(cursor, fingerprint, batch, row, number);
        if (!found) {
            leftovers.add(number, cursor, fingerprint, batch, row);
        }
        cursor.steer(attempts.arrival(row));
        return found;
    }

    /** Looks for the row from the expected record on; says whether it was found there. */
    private boolean lookAhead(GroupCursor cursor, long fingerprint, RowBatch batch, int row, long number)
            throws IOException, MalformedException {
        OpenGroup group = cursor.open();
        int ahead = hasKeys ? cursor.lookAhead(usual) : usual;
        long end = Math.min(group.count(), cursor.next() + ahead);
        long following = NONE;
        for (long index = cursor.next(); index < end; index++) {
            if (!isNamed(group, index, fingerprint)) {
                continue;
            }
            if (match.isSame(group, index, batch, row)) {
                comparing.found(group, index);
                runs.add(number, match.sealedPosition());
                cursor.found(index);
                drift = match.sealedPosition() - number;
                return true;
            }
            following = following == NONE && hasKeys ? index + 1 : following;
        }
        cursor.missed(following);
        return false;
    }

    private boolean isNamed(OpenGroup group, long index, long fingerprint) throws IOException, MalformedException {
        return !comparing.isFound(group, index)
                && (!hasKeys || match.fingerprint(group.first() + index) == fingerprint);
    }
}
