package org.trialseal.core.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.Sha256;

/**
 * RFC 6962, section 2.1, for a tree whose leaves are all the same, so that a subtree's hash depends on its size alone and
 * trees of any size can be had.
 */
final class UniformTree {
    private final Map<Long, Sha256> known = new HashMap<>();

    Sha256 leafHash() {
        return MerkleHash.leaf(new byte[] {7});
    }

    Sha256 root(long size) {
        if (size == 1) {
            return leafHash();
        }
        Sha256 root = known.get(size);
        if (root == null) {
            long k = Long.highestOneBit(size - 1);
            root = MerkleHash.node(root(k), root(size - k));
            known.put(size, root);
        }
        return root;
    }

    List<Sha256> path(long m, long size) {
        if (size == 1) {
            return new ArrayList<>();
        }
        long k = Long.highestOneBit(size - 1);
        List<Sha256> path = m < k ? path(m, k) : path(m - k, size - k);
        path.add(root(m < k ? size - k : k));
        return path;
    }

    List<Sha256> proof(long older, long size) {
        return subproof(older, size, true);
    }

    private List<Sha256> subproof(long m, long size, boolean whole) {
        if (m == size) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(size)));
        }
        long k = Long.highestOneBit(size - 1);
        List<Sha256> proof = m <= k ? subproof(m, k, whole) : subproof(m - k, size - k, false);
        proof.add(root(m <= k ? size - k : k));
        return proof;
    }
}
