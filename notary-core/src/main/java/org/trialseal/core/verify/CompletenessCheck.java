package org.trialseal.core.verify;

/**
 * Check {@code completeness:NAME}: whether what is shown of a dataset is all that the sealer filed under the identifiers
 * named. Passed when everything is shown, or when the tag key is opened, all subject entries are listed and no record of
 * a group that is shown is hidden.
 */
final class CompletenessCheck {
    private CompletenessCheck() {}

    static Finding of(Finding data, DatasetTally tally, boolean hasTagKey, boolean isListed) {
        if (data.reason() != Reason.OK) {
            return new Finding(Reason.NOT_CHECKED, "What is shown did not pass, so that nothing is said of the rest.");
        }
        if (tally.allGroups() && tally.allRecords()) {
            return new Finding(Reason.OK, "All records of the dataset are shown.");
        }
        if (!hasTagKey) {
            return new Finding(Reason.NO_TAG_KEY, "Whether these are all records of somebody is not shown.");
        }
        if (!isListed) {
            return new Finding(
                    Reason.NOT_LISTED, "Not all groups are listed: others might belong to the same subject.");
        }
        if (!tally.allRecords()) {
            return new Finding(Reason.RECORDS_HIDDEN, "Some records of the subjects named are not shown.");
        }
        return new Finding(
                Reason.OK,
                "These are all records that the sealer filed under the identifiers shown: " + tally.groups()
                        + " with records, " + tally.absentCount() + " without.");
    }
}
