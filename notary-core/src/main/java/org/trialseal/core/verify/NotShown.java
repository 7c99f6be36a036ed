package org.trialseal.core.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.seal.Network;

/** What a report does not prove, one sentence each. */
public enum NotShown {
    TRUTH("This does not prove that the data are true, complete, or were collected on that day."),
    AUTHORSHIP("This does not prove who made the data."),
    BEFORE_SEALING("This does not prove that nothing was left out or changed before sealing."),
    OTHER_LEDGERS("This does not prove that no other ledger of the same study exists."),
    LATER_SEALS("This does not prove that no later seal exists: it shows the ledger as of this seal."),
    MISFILED("Records that were filed under another or misspelt identifier would not be found."),
    /** When completeness was not shown. */
    ALL_RECORDS("This does not prove that the records shown are all records of anybody."),
    /** When the time check did not pass. */
    TIME("This does not prove since when the statement exists."),
    /** On the practice network. */
    PRACTICE("The practice network is for training and tests: what it says of time is never evidence.");

    private final String sentence;

    NotShown(String sentence) {
        this.sentence = sentence;
    }

    /** What these checks leave open. */
    static List<NotShown> of(List<Check> checks, Optional<Network> network) {
        EnumSet<NotShown> left = EnumSet.of(TRUTH, AUTHORSHIP, BEFORE_SEALING, OTHER_LEDGERS, LATER_SEALS, MISFILED);
        for (Check check : checks) {
            if (CheckId.isOf(CheckId.COMPLETENESS, check.id()) && !check.passed()) {
                left.add(ALL_RECORDS);
            }
            if (CheckId.isOf(CheckId.TIME, check.id()) && !check.passed()) {
                left.add(TIME);
            }
        }
        if (network.equals(Optional.of(Network.PRACTICE))) {
            left.add(PRACTICE);
        }
        return List.copyOf(left);
    }

    /** The sentence, as reports show it. */
    public String sentence() {
        return sentence;
    }
}
