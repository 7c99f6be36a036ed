package org.trialseal.core.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.Sha256;

/**
 * RFC 6962, section 2.1, word for word and slow: what the fast code is compared with. Entries are D[0], D[1], ...; D[a:b]
 * is written as two numbers. Hashes of ranges are remembered, which changes nothing but the time.
 */
final class RfcTree {
    private final List<byte[]> entries;
    private final Map<Range, Sha256> known = new HashMap<>();

    private record Range(int from, int to) {}

    RfcTree(List<byte[]> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A tree over the entries "0", "1", ... */
    static RfcTree counting(int size) {
        List<byte[]> entries = new ArrayList<>();
        for (int entry = 0; entry < size; entry++) {
            entries.add(new byte[] {(byte) entry, (byte) (entry >> 8), (byte) (entry >> 16)});
        }
        return new RfcTree(entries);
    }

    Sha256 leafHash(int index) {
        return mth(index, index + 1);
    }

    /** MTH(D[0:n]). */
    Sha256 root(int size) {
        return mth(0, size);
    }

    /** PATH(index, D[0:n]). */
    List<Sha256> path(int index, int size) {
        return path(index, 0, size);
    }

    /** PROOF(older, D[0:n]) = SUBPROOF(older, D[n], true). */
    List<Sha256> proof(int older, int size) {
        return subproof(older, 0, size, true);
    }

    /** MTH({}) = SHA-256(); MTH({d(0)}) = SHA-256(0x00 || d(0)); else k splits. */
    Sha256 mth(int from, int to) {
        int n = to - from;
        if (n == 0) {
            return Sha256.of();
        }
        if (n == 1) {
            return Sha256.of(new byte[] {0x00}, entries.get(from));
        }
        Sha256 remembered = known.get(new Range(from, to));
        if (remembered == null) {
            int k = largestPowerOfTwoBelow(n);
            byte[] left = mth(from, from + k).toArray();
            byte[] right = mth(from + k, to).toArray();
            remembered = Sha256.of(new byte[] {0x01}, left, right);
            known.put(new Range(from, to), remembered);
        }
        return remembered;
    }

    private List<Sha256> path(int m, int from, int to) {
        int n = to - from;
        if (n == 1) {
            return List.of();
        }
        int k = largestPowerOfTwoBelow(n);
        return m < k
                ? append(path(m, from, from + k), mth(from + k, to))
                : append(path(m - k, from + k, to), mth(from, from + k));
    }

    private List<Sha256> subproof(int m, int from, int to, boolean known) {
        int n = to - from;
        if (m == n) {
            return known ? List.of() : List.of(mth(from, to));
        }
        int k = largestPowerOfTwoBelow(n);
        return m <= k
                ? append(subproof(m, from, from + k, known), mth(from + k, to))
                : append(subproof(m - k, from + k, to, false), mth(from, from + k));
    }

    /** SUBTREE_PROOF(start, end, D[0:n]) of draft-ietf-plants-merkle-tree-certs. */
    List<Sha256> subtreeProof(int start, int end, int size) {
        return subtreeSubproof(start, end, 0, size, true);
    }

    private List<Sha256> subtreeSubproof(int start, int end, int from, int to, boolean known) {
        int n = to - from;
        if (start == 0 && end == n) {
            return known ? List.of() : List.of(mth(from, to));
        }
        int k = largestPowerOfTwoBelow(n);
        if (end <= k) {
            return append(subtreeSubproof(start, end, from, from + k, known), mth(from + k, to));
        }
        if (k <= start) {
            return append(subtreeSubproof(start - k, end - k, from + k, to, known), mth(from, from + k));
        }
        return append(subtreeSubproof(0, end - k, from + k, to, false), mth(from, from + k));
    }

    private static List<Sha256> append(List<Sha256> path, Sha256 last) {
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
