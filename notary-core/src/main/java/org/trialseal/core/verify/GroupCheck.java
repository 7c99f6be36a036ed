package org.trialseal.core.verify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.merkle.TreeHasher;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/**
 * Recomputes the body of one group after the other from the records shown: commitments, leaves, root of the group's
 * tree, body. Finds records whose paths disagree and positions that do not ascend.
 */
final class GroupCheck {
    private static final long NONE = -1;

    private final RecordHasher hasher;
    private final LeafHashes wholeLeaves;
    private final ShownLeaf shownLeaf;
    private final TreeHasher trees = new TreeHasher();
    private final RootBuilder leaves = new RootBuilder(trees);
    private final Faults faults;
    private Bytes bodySalt = Bytes.empty();
    private long count;
    private long lastPosition;
    private @Nullable Sha256 impliedRoot;
    private @Nullable Sha256 firstLeaf;

    GroupCheck(int columns, Faults faults) {
        this.hasher = new RecordHasher(columns);
        this.wholeLeaves = new LeafHashes(columns);
        this.shownLeaf = new ShownLeaf(hasher);
        this.faults = faults;
    }

    void beginWhole(long records, GroupKey key) {
        hasher.useGroup(key);
        wholeLeaves.useGroup(key);
        begin(records, hasher.bodySalt());
    }

    void beginPartial(long records, Bytes salt) {
        begin(records, salt);
    }

    private void begin(long records, Bytes salt) {
        count = records;
        bodySalt = salt;
        lastPosition = NONE;
        impliedRoot = null;
        firstLeaf = null;
        leaves.reset();
    }

    /** Hashes the records of a whole group from {@code first} on, to be taken one by one by {@link #hashed}. */
    void hash(long first, long[] positions, RowBatch batch) {
        wholeLeaves.compute(first, positions, batch);
    }

    /** The next record of a whole group, that is hashed already. */
    void hashed(int row, long position) {
        add(wholeLeaves.array(), row * Sha256.LENGTH, position);
    }

    private void add(byte[] hash, int offset, long position) {
        leaves.add(hash, offset);
        if (firstLeaf == null) {
            firstLeaf = Sha256.read(hash, offset);
        }
        checkPosition(position);
    }

    void shown(ShownRecord record) {
        Sha256 hash = shownLeaf.of(record);
        if (firstLeaf == null) {
            firstLeaf = hash;
        }
        checkPosition(record);
        if (record.path().isEmpty()) {
            leaves.add(hash);
        } else {
            climb(record.index(), hash, record.path().get());
        }
    }

    private void climb(long index, Sha256 hash, List<Sha256> path) {
        boolean fits = InclusionProof.precheck(index, count, path).valid();
        faults.require(fits, Reason.PATH_DIFFERS, "A record's path does not have the length of its place.");
        if (!fits) {
            return;
        }
        Sha256 root = InclusionProof.impliedRoot(trees, index, count, hash, path);
        faults.require(
                impliedRoot == null || impliedRoot.equals(root),
                Reason.PATH_DIFFERS,
                "The paths of two records of one group lead to different roots.");
        impliedRoot = root;
    }

    private void checkPosition(ShownRecord record) {
        if (record.runs().get(0) instanceof ShownRun.Open first
                && first.fields().get(0) instanceof ShownField.Position shown) {
            checkPosition(shown.position());
        }
    }

    private void checkPosition(long position) {
        faults.require(
                position > lastPosition,
                Reason.POSITION_ORDER,
                "The records of a group do not stand in the order of the source file.");
        lastPosition = position;
    }

    /** The body that follows from what was shown; empty when a path could not be followed. */
    Optional<Sha256> body() {
        if (leaves.count() == count) {
            impliedRoot = leaves.root();
        }
        return Optional.ofNullable(impliedRoot).map(known -> Groups.body(bodySalt, count, known));
    }

    /** The hashes that follow from what was shown, once {@link #body} was asked for; empty when a path could not be followed. */
    Optional<GroupHashes> hashes(Sha256 tag, Sha256 body) {
        return firstLeaf == null || impliedRoot == null
                ? Optional.empty()
                : Optional.of(new GroupHashes(firstLeaf, impliedRoot, Groups.leafHash(tag, body)));
    }
}
