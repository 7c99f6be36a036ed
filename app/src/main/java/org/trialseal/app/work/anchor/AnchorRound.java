package org.trialseal.app.work.anchor;

import java.util.List;

/**
 * What came of asking once for all anchors that are not firm yet.
 *
 * @param asked for how many seals calendars were asked
 * @param news how many seals have come further
 * @param faults what failed, by seal
 * @param headers what the servers of block headers answered
 * @param serverMissing whether a seal waits for block headers and no server of such is named in the settings
 */
public record AnchorRound(
        int asked, int news, List<AnchorFault> faults, List<HeaderAnswer> headers, boolean serverMissing) {
    public AnchorRound {
        faults = List.copyOf(faults);
        headers = List.copyOf(headers);
    }

    /** Whether another program was writing something that this one would have written, so that it is worth asking again soon. */
    boolean wasBusy() {
        return faults.stream().anyMatch(fault -> fault.kind() == AnchorFault.Kind.IN_USE)
                || headers.stream().anyMatch(answer -> answer.server().isEmpty());
    }
}
