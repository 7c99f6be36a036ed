package org.trialseal.core.prove;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/** Tells damaged evidence from altered data. Not safe for use by several threads at once. */
final class GroupIntegrity {
    private final DatasetEvidence evidence;
    private final RecordHasher hasher;

    GroupIntegrity(DatasetEvidence evidence) {
        this.evidence = evidence;
        this.hasher = new RecordHasher(evidence.schema().size());
    }

    /** Refuses a group table that does not lead to the sealed root. */
    void requireSealed() throws IOException, MalformedException {
        RootBuilder root = new RootBuilder();
        evidence.groups().visit(group -> root.add(Groups.leafHash(group.tag(), group.body())));
        if (!root.root().equals(evidence.entry().root())) {
            throw damaged();
        }
    }

    /** Refuses a group whose count or root is not what its sealed entry commits to. */
    void requireIntact(GroupTable.Group group, GroupKey key) throws MalformedException {
        hasher.useGroup(key);
        if (!Groups.body(hasher.bodySalt(), group.count(), group.tree().root()).equals(group.body())) {
            throw damaged();
        }
    }

    /** Refuses a group whose kept leaves do not lead to its root, as seen from one record. */
    void requireLeafIntact(GroupTable.Group group, GroupKey key, long index) throws IOException, MalformedException {
        requireIntact(group, key);
        evidence.recordPath(group, Math.min(index, group.count() - 1));
    }

    private MalformedException damaged() {
        return new MalformedException(
                MalformedException.Kind.ALTERED,
                "evidence of " + evidence.entry().name(),
                "was damaged: it does not lead to what was sealed; restore a backup");
    }
}
