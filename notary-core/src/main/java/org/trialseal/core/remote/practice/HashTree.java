package org.trialseal.core.remote.practice;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Append;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.Prepend;

/** A tree over hashes in the manner of calendar servers: SHA-256 over pairs, an odd one moving up as it is. */
final class HashTree {
    private final List<List<Sha256>> levels = new ArrayList<>();

    /** A tree over at least one leaf. */
    HashTree(List<Sha256> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a tree of no leaves");
        }
        levels.add(List.copyOf(leaves));
        while (top().size() > 1) {
            levels.add(joinPairs(top()));
        }
    }

    private List<Sha256> top() {
        return levels.get(levels.size() - 1);
    }

    private static List<Sha256> joinPairs(List<Sha256> level) {
        List<Sha256> next = new ArrayList<>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            next.add(Sha256.of(level.get(i).toArray(), level.get(i + 1).toArray()));
        }
        if (level.size() % 2 == 1) {
            next.add(level.get(level.size() - 1));
        }
        return List.copyOf(next);
    }

    Sha256 root() {
        return top().get(0);
    }

    /** The operations that lead from the leaf at {@code index} to the root. */
    List<Op> path(int index) {
        List<Op> path = new ArrayList<>();
        int at = index;
        for (List<Sha256> level : levels) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                Bytes other = level.get(sibling).bytes();
                path.add(sibling > at ? new Append(other) : new Prepend(other));
                path.add(HashOp.SHA256);
            }
            at /= 2;
        }
        return path;
    }
}
