package org.trialseal.core.merkle;

import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/** Turns byte strings from outside into hashes once their lengths are known to be right. */
final class HashWidths {
    private HashWidths() {}

    static boolean areHashes(List<Bytes> path, Bytes... others) {
        return path.stream().allMatch(HashWidths::isHash)
                && List.of(others).stream().allMatch(HashWidths::isHash);
    }

    private static boolean isHash(Bytes value) {
        return value.length() == Sha256.LENGTH;
    }

    static Sha256 hash(Bytes value) {
        return Sha256.wrap(value.toArray());
    }

    static List<Sha256> hashes(List<Bytes> values) {
        return values.stream().map(HashWidths::hash).toList();
    }
}
