package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;
import org.trialseal.core.evidence.KeyFingerprint;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.RecordHasher;

/**
 * Judges a row of a later copy against sealed records: the leaf hash decides whether it is the same, the prefixes of the
 * field commitments name what differs. Where the later copy lacks columns there is no leaf, and the prefixes of the
 * others decide. Not safe for use by several threads at once.
 */
final class RecordMatch {
    private final RecordHasher hasher;
    private final KeyFingerprint keyFingerprint;
    private final FingerprintLayout layout;
    private final RecordWindows leaves;
    private final RecordWindows fingerprints;
    private final boolean complete;
    private final int[] common;
    private final byte[] hash = new byte[Sha256.LENGTH];
    private @Nullable OpenGroup current;
    private @Nullable OpenGroup named;
    private long sealedPosition;
    private long judged;

    /** @param keyColumns columns, from 0, whose fingerprint names a record */
    RecordMatch(SealedDataset dataset, ColumnMapping mapping, int[] keyColumns) {
        int columns = dataset.schema().size();
        hasher = new RecordHasher(columns);
        keyFingerprint = new KeyFingerprint(keyColumns);
        layout = new FingerprintLayout(columns);
        leaves = new RecordWindows(dataset::readLeaves, dataset.records(), Sha256.LENGTH);
        fingerprints = new RecordWindows(dataset::readFingerprints, dataset.records(), layout.length());
        complete = mapping.isComplete();
        common = mapping.common();
    }

    private void use(OpenGroup group) {
        if (current == null || group.index() != current.index()) {
            hasher.useGroup(group.key());
            current = group;
        }
    }

    /** The key fingerprint that a row would have in a group. */
    long fingerprint(OpenGroup group, RowBatch batch, int row) {
        if (named == null || group.index() != named.index()) {
            current = null;
            keyFingerprint.useGroup(group.fingerprintKey(hasher));
            named = group;
        }
        return keyFingerprint.of(batch, row);
    }

    /** The key fingerprint of a sealed record. */
    long fingerprint(long record) throws IOException, MalformedException {
        return layout.keyFingerprint(fingerprints.load(record), fingerprints.offset(record));
    }

    /** Whether the row is the record at {@code index} of a group and stood at {@code position} of the sealed file. */
    boolean isAt(OpenGroup group, long index, long position, RowBatch batch, int row)
            throws IOException, MalformedException {
        if (!complete) {
            return false;
        }
        use(group);
        hasher.commit(batch, row, index, position);
        return isLeaf(group.first() + index);
    }

    /** Whether the row has the values of a sealed record, wherever that stood; see {@link #sealedPosition()}. */
    boolean isSame(OpenGroup group, long index, RowBatch batch, int row) throws IOException, MalformedException {
        use(group);
        judged = group.first() + index;
        hasher.begin(index);
        sealedPosition = layout.position(fingerprints.load(judged), fingerprints.offset(judged), hasher.positionMask());
        hasher.commit(batch, row, sealedPosition);
        return complete ? isLeaf(judged) : agreeing() == common.length;
    }

    private boolean isLeaf(long record) throws IOException, MalformedException {
        byte[] window = leaves.load(record);
        int offset = leaves.offset(record);
        hasher.leafHash(hash, 0);
        return Arrays.equals(hash, 0, Sha256.LENGTH, window, offset, offset + Sha256.LENGTH);
    }

    /** Position in the sealed file of the record last judged, as its fingerprint says; -1 when that cannot be. */
    long sealedPosition() {
        return Math.max(-1, sealedPosition);
    }

    /** Number of columns whose prefixes agree with the sealed record last judged. */
    int agreeing() throws IOException, MalformedException {
        int agreeing = 0;
        for (int column : common) {
            if (agrees(column)) {
                agreeing++;
            }
        }
        return agreeing;
    }

    /** The columns, from 0, whose prefixes differ from those of the sealed record last judged. */
    List<Integer> differing() throws IOException, MalformedException {
        List<Integer> differing = new ArrayList<>();
        for (int column : common) {
            if (!agrees(column)) {
                differing.add(column);
            }
        }
        return differing;
    }

    private boolean agrees(int column) throws IOException, MalformedException {
        byte[] window = fingerprints.load(judged);
        int offset = fingerprints.offset(judged) + layout.fieldOffset(column + 1);
        hasher.copyCommitment(column + 1, hash, 0, FingerprintLayout.PREFIX);
        return Arrays.equals(hash, 0, FingerprintLayout.PREFIX, window, offset, offset + FingerprintLayout.PREFIX);
    }

    /** Position in the sealed file of a record of an opened group, as its fingerprint says. */
    long positionOf(OpenGroup group, long index) throws IOException, MalformedException {
        use(group);
        long record = group.first() + index;
        return layout.position(fingerprints.load(record), fingerprints.offset(record), hasher.positionMask(index));
    }
}
