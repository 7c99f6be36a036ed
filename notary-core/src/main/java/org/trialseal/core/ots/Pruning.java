package org.trialseal.core.ots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A timestamp on its way to being copied without some of its attestations. */
final class Pruning {
    private final Timestamp original;
    private final List<Attestation> attestations;
    private final List<Branch> branches = new ArrayList<>();
    private int next;

    private Pruning(Timestamp original, Predicate<Attested> refused) {
        this.original = original;
        this.attestations = original.ownAttestations().stream()
                .filter(attestation -> !refused.test(new Attested(original.message(), attestation)))
                .toList();
    }

    static Optional<Timestamp> of(Timestamp root, Predicate<Attested> refused) {
        Deque<Pruning> open = new ArrayDeque<>(List.of(new Pruning(root, refused)));
        while (true) {
            Pruning at = open.element();
            if (at.next < at.original.branches().size()) {
                open.push(new Pruning(at.original.branches().get(at.next++).next(), refused));
                continue;
            }
            open.pop();
            if (open.isEmpty()) {
                return at.pruned();
            }
            open.element().keep(at.pruned());
        }
    }

    private Optional<Timestamp> pruned() {
        return attestations.isEmpty() && branches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timestamp(original.message(), attestations, List.copyOf(branches)));
    }

    /** Keeps the branch that was descended into last. */
    private void keep(Optional<Timestamp> end) {
        Op op = original.branches().get(next - 1).op();
        end.ifPresent(timestamp -> branches.add(new Branch(op, timestamp)));
    }
}
