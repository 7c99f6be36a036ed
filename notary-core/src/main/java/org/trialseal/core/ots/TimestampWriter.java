package org.trialseal.core.ots;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes a complete timestamp in canonical order, in a loop and not by recursion. */
final class TimestampWriter {
    private final OtsOutput output;
    private final Deque<Step> waiting = new ArrayDeque<>();

    TimestampWriter(OtsOutput output) {
        this.output = output;
    }

    void write(Timestamp timestamp) {
        writeMessage(timestamp);
        while (!waiting.isEmpty()) {
            Step step = waiting.pop();
            writeFork(step.last);
            output.op(step.branch.op());
            writeMessage(step.branch.next());
        }
    }

    private void writeMessage(Timestamp at) {
        List<Attestation> attestations = at.ownAttestations();
        List<Branch> branches = at.branches();
        for (int i = 0; i < attestations.size(); i++) {
            writeFork(branches.isEmpty() && i == attestations.size() - 1);
            output.attestation(attestations.get(i));
        }
        for (int i = branches.size() - 1; i >= 0; i--) {
            waiting.push(new Step(branches.get(i), i == branches.size() - 1));
        }
    }

    private void writeFork(boolean last) {
        if (!last) {
            output.octet(TimestampReader.FORK);
        }
    }

    private record Step(Branch branch, boolean last) {}
}
