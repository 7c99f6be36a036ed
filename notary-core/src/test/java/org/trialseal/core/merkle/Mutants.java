package org.trialseal.core.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trialseal.core.digest.Sha256;

/** Proofs that differ in one thing from a good one. */
final class Mutants {
    private Mutants() {}

    static Sha256 flipped(Sha256 hash) {
        byte[] bytes = hash.toArray();
        bytes[bytes.length - 1] ^= 1;
        return Sha256.wrap(bytes);
    }

    static List<Sha256> flipped(List<Sha256> proof, int at) {
        List<Sha256> mutant = new ArrayList<>(proof);
        mutant.set(at, flipped(proof.get(at)));
        return mutant;
    }

    static List<Sha256> without(List<Sha256> proof, int at) {
        List<Sha256> mutant = new ArrayList<>(proof);
        mutant.remove(at);
        return mutant;
    }

    static List<Sha256> with(List<Sha256> proof, int at, Sha256 hash) {
        List<Sha256> mutant = new ArrayList<>(proof);
        mutant.add(at, hash);
        return mutant;
    }

    static List<Sha256> swapped(List<Sha256> proof, int one, int other) {
        List<Sha256> mutant = new ArrayList<>(proof);
        Collections.swap(mutant, one, other);
        return mutant;
    }
}
