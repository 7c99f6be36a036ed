package org.trialseal.app.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.Branch;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.Timestamp;

/**
 * A timestamp as a list: its operations numbered from 1 in canonical order, each with the one it goes on from, 0 being
 * the digest that the timestamp starts from.
 *
 * @param attestations in the order of the steps that they stand behind
 */
record TimestampSteps(List<Step> steps, List<Claim> attestations) {
    /** Operation {@code number} on the result of step {@code from}; {@code result} is what is made of it. */
    record Step(int number, int from, Op op, Timestamp result) {}

    /** An attestation of the result of a step. */
    record Claim(int step, Timestamp at, Attestation attestation) {}

    private record Waiting(int from, Branch branch) {}

    static TimestampSteps of(Timestamp start) {
        TimestampSteps list = new TimestampSteps(new ArrayList<>(), new ArrayList<>());
        Deque<Waiting> waiting = new ArrayDeque<>();
        list.visit(0, start, waiting);
        while (!waiting.isEmpty()) {
            Waiting next = waiting.pop();
            int number = list.steps.size() + 1;
            Timestamp result = next.branch().next();
            list.steps.add(new Step(number, next.from(), next.branch().op(), result));
            list.visit(number, result, waiting);
        }
        return list;
    }

    private void visit(int number, Timestamp at, Deque<Waiting> waiting) {
        at.ownAttestations().forEach(attestation -> attestations.add(new Claim(number, at, attestation)));
        for (int i = at.branches().size() - 1; i >= 0; i--) {
            waiting.push(new Waiting(number, at.branches().get(i)));
        }
    }
}
