package org.trialseal.core.ots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

/** A timestamp that is still growing, within the limits. Whatever is added twice is there once. */
final class Draft {
    private final Bytes message;
    private final int depth;
    private final Budget budget;
    private final NavigableSet<Attestation> attestations = new TreeSet<>(CanonicalOrder.ATTESTATIONS);
    private final NavigableMap<Op, Draft> branches = new TreeMap<>(CanonicalOrder.OPS);

    private Draft(Bytes message, int depth, Budget budget) {
        this.message = message;
        this.depth = depth;
        this.budget = budget;
    }

    static Draft root(Bytes message, Budget budget) throws OtsException {
        if (!Limit.MESSAGE.allows(message.length())) {
            throw budget.error(Kind.MESSAGE_TOO_LONG);
        }
        return new Draft(message, 0, budget);
    }

    static Draft of(Timestamp timestamp) throws OtsException {
        Draft root = root(timestamp.message(), Budget.ofBuilding());
        root.merge(timestamp);
        return root;
    }

    Bytes message() {
        return message;
    }

    void attest(Attestation attestation) throws OtsException {
        boolean fork = hasElements();
        if (attestations.add(attestation)) {
            budget.spend(new OtsOutput().attestation(attestation).length(), fork);
        }
    }

    boolean holds(Attestation attestation) {
        return attestations.contains(attestation);
    }

    /** The draft of the operation's result, made when it is not there yet. */
    Draft branch(Op op) throws OtsException {
        Draft known = branches.get(op);
        return known != null ? known : newBranch(op);
    }

    private Draft newBranch(Op op) throws OtsException {
        if (depth == Limit.DEPTH.max()) {
            throw budget.error(Kind.TOO_DEEP);
        }
        if (!op.accepts(message)) {
            throw budget.error(op.resultLength(message.length()) == 0 ? Kind.MESSAGE_EMPTY : Kind.MESSAGE_TOO_LONG);
        }
        budget.spend(new OtsOutput().op(op).length(), hasElements());
        Draft next = new Draft(op.apply(message), depth + 1, budget);
        branches.put(op, next);
        return next;
    }

    private boolean hasElements() {
        return !attestations.isEmpty() || !branches.isEmpty();
    }

    /** Adds all of a timestamp of the same message. */
    void merge(Timestamp other) throws OtsException {
        if (!message.equals(other.message())) {
            throw new IllegalArgumentException("timestamps of different messages cannot be merged");
        }
        Deque<Merging> waiting = new ArrayDeque<>();
        waiting.push(new Merging(this, other));
        while (!waiting.isEmpty()) {
            Merging step = waiting.pop();
            for (Attestation attestation : step.from.ownAttestations()) {
                step.into.attest(attestation);
            }
            for (Branch branch : step.from.branches()) {
                waiting.push(new Merging(step.into.branch(branch.op()), branch.next()));
            }
        }
    }

    private record Merging(Draft into, Timestamp from) {}

    /** Merges a timestamp in wherever its message stands and {@code place} holds. */
    void graft(Timestamp other, Predicate<Draft> place) throws OtsException {
        List<Draft> places = all().stream()
                .filter(draft -> draft.message.equals(other.message()) && place.test(draft))
                .toList();
        if (places.isEmpty()) {
            throw new IllegalArgumentException("the message to graft at stands nowhere in the timestamp");
        }
        for (Draft draft : places) {
            draft.merge(other);
        }
    }

    /** This and all drafts below it, each before those below it. */
    List<Draft> all() {
        List<Draft> found = new ArrayList<>();
        found.add(this);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(found.get(i).branches.values());
        }
        return found;
    }

    Timestamp freeze() {
        List<Draft> drafts = all();
        Map<Draft, Timestamp> frozen = new HashMap<>();
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            List<Branch> ways = new ArrayList<>();
            draft.branches.forEach((op, next) -> ways.add(new Branch(op, Objects.requireNonNull(frozen.remove(next)))));
            frozen.put(draft, new Timestamp(draft.message, List.copyOf(draft.attestations), List.copyOf(ways)));
        }
        return Objects.requireNonNull(frozen.get(this));
    }
}
