package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;
import org.trialseal.core.evidence.KeyFingerprint;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/**
 * Judges one row of a later copy against one sealed record: the leaf hash decides whether it is the same, the prefixes
 * of the field commitments name what differs. Not safe for use by several threads at once.
 */
final class RecordMatch {
    private final SealedView view;
    private final RecordHasher hasher;
    private final KeyFingerprint keyFingerprint;
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private final byte[] prefix = new byte[FingerprintLayout.PREFIX];
    private org.trialseal.core.seal.@org.jspecify.annotations.Nullable GroupKey current;
    private long sealedPosition;

    RecordMatch(SealedView view, int columns, int[] keyColumns) {
        this.view = view;
        this.hasher = new RecordHasher(columns);
        this.keyFingerprint = new KeyFingerprint(keyColumns);
    }

    private void use(GroupKey key) {
        if (!key.equals(current)) {
            hasher.useGroup(key);
            keyFingerprint.useGroup(hasher.fingerprintKey());
            current = key;
        }
    }

    /** The key fingerprint that a row would have in a group. */
    long fingerprint(GroupKey key, RowBatch batch, int row) {
        use(key);
        return keyFingerprint.of(batch, row);
    }

    /** Whether the row has exactly the values of a sealed record; sets {@link #sealedPosition()}. */
    boolean isSame(GroupCursor cursor, long index, RowBatch batch, int row) throws IOException, MalformedException {
        use(cursor.key());
        int offset = view.load(cursor.group(), index);
        hasher.commit(batch, row, index, 0);
        sealedPosition = view.layout().position(view.bytes(), offset, hasher.positionMask());
        hasher.commitPosition(sealedPosition);
        hasher.leafHash(leaf, 0);
        return Sha256.wrap(leaf).equals(view.leaf(cursor.group(), index));
    }

    /** Position in the sealed file of the record last judged. */
    long sealedPosition() {
        return sealedPosition;
    }

    /** The columns, from 0, whose commitments differ from the sealed record last judged. */
    List<Integer> differingColumns(GroupCursor cursor, long index) throws IOException, MalformedException {
        int offset = view.load(cursor.group(), index);
        List<Integer> differing = new ArrayList<>();
        for (int column = 1; column <= hasher.columns(); column++) {
            hasher.copyCommitment(column, prefix, 0, prefix.length);
            int at = offset + view.layout().fieldOffset(column);
            if (!Arrays.equals(prefix, 0, prefix.length, view.bytes(), at, at + prefix.length)) {
                differing.add(column - 1);
            }
        }
        return differing;
    }

    SealedView view() {
        return view;
    }
}
