package org.trialseal.core.prove;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.NamedGroups.Named;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/**
 * What is known of the rows of one piece: which are to be shown, where they belong, and the first one that cannot be.
 * Checks rows against their sealed leaves; neighbours in the evidence are read together. Belongs to one thread at a time.
 */
final class LocatedRows {
    private final DatasetEvidence evidence;
    private final RecordHasher hasher;
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private @Nullable Named[] places = {};
    private @Nullable GroupKey[] keys = {};
    private long[] indices = {};
    private byte[] sealed = {};
    private final BitSet matching = new BitSet();
    private long first;
    private int rows;
    private boolean cut;
    private @Nullable ProofRefusedException refusal;
    private @Nullable GroupKey used;

    LocatedRows(DatasetEvidence evidence) {
        this.evidence = evidence;
        this.hasher = new RecordHasher(evidence.schema().size());
    }

    /** Begins a piece, no row of which is to be shown so far. */
    void begin(int count) {
        if (places.length < count) {
            places = new Named[count];
            keys = new GroupKey[count];
            indices = new long[count];
            sealed = new byte[count * Sha256.LENGTH];
        }
        Arrays.fill(places, 0, count, null);
        matching.clear();
        rows = count;
        cut = false;
        refusal = null;
    }

    /** Notes that a row has the values that were asked for. */
    void match(int row) {
        matching.set(row);
    }

    boolean isMatching(int row) {
        return matching.get(row);
    }

    /** Says at which position of the file the piece begins. */
    void startAt(long position) {
        first = position;
    }

    long position(int row) {
        return first + row;
    }

    /** A row is to be shown as the record of this index of its group. */
    void show(int row, Named place, GroupKey key, long index) {
        places[row] = place;
        keys[row] = key;
        indices[row] = index;
    }

    /**
     * Neither this row nor those behind it can be shown.
     *
     * @param why null when the row is not what was sealed
     */
    void cut(int row, @Nullable ProofRefusedException why) {
        rows = row;
        cut = true;
        refusal = why;
    }

    /** Number of rows, or of those before the first one that cannot be shown. */
    int rows() {
        return rows;
    }

    /** Whether there is a row that cannot be shown; it follows the last one. */
    boolean isCut() {
        return cut;
    }

    /** Why it cannot be shown; null when it is not what was sealed. */
    @Nullable
    ProofRefusedException refusal() {
        return refusal;
    }

    /** The group of a row that is to be shown; null of any other. */
    @Nullable
    Named place(int row) {
        return places[row];
    }

    long index(int row) {
        return indices[row];
    }

    /** The key of the group of a row that is to be shown. */
    GroupKey key(int row) {
        return Objects.requireNonNull(keys[row]);
    }

    /** Cuts the piece at the first row that is not what was sealed. */
    void check(RowBatch batch) throws IOException {
        int row = 0;
        while (row < rows) {
            int end = row + 1;
            if (places[row] != null) {
                while (end < rows && isBehind(end)) {
                    end++;
                }
                check(batch, row, end);
            }
            row = end;
        }
    }

    /** Whether the leaf of a row stands in the evidence right behind that of the row before it. */
    private boolean isBehind(int row) {
        return places[row] != null && isSealed(row) && leafNumber(row) == leafNumber(row - 1) + 1;
    }

    private boolean isSealed(int row) {
        Named place = places[row];
        return place != null && indices[row] < place.group().count();
    }

    private long leafNumber(int row) {
        Named place = places[row];
        return place == null ? -1 : place.group().first() + indices[row];
    }

    private void check(RowBatch batch, int from, int to) throws IOException {
        if (!isSealed(from)) {
            cut(from, null);
            return;
        }
        evidence.readLeaves(leafNumber(from), to - from, sealed);
        for (int row = from; row < to; row++) {
            use(key(row));
            hasher.commit(batch, row, indices[row], position(row));
            hasher.leafHash(leaf, 0);
            int at = (row - from) * Sha256.LENGTH;
            if (!Arrays.equals(leaf, 0, Sha256.LENGTH, sealed, at, at + Sha256.LENGTH)) {
                cut(row, null);
                return;
            }
        }
    }

    private void use(GroupKey key) {
        if (!key.equals(used)) {
            hasher.useGroup(key);
            used = key;
        }
    }
}
