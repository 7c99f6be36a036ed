package org.trialseal.core.record;

import org.trialseal.core.digest.Phrase;

/** Something of a file that the user should look at before sealing. */
public enum PlanWarning implements Phrase.Code {
    /** Dataset, and what is said of it. */
    OF_DATASET("dataset {0}, {1}"),
    LABELLED_REDCAP(
            "it looks like a REDCap export with labels for column names: fields and keys cannot be told from them."
                    + " Export it again as raw data, with field names"),
    /** Keys, who names them: {@link PlanReason}. */
    NOT_UNIQUE("the keys {0}, {1}, are not unique in the records"),
    /** The same. */
    NOT_UNIQUE_WITHIN("the keys {0}, {1}, are not unique within each subject in the records"),
    /** Define-XML, line, dataset, and what that says of it. */
    DEFINED("{0}, line {1}: dataset {2} {3}"),
    /** Define-XML, line, dataset. */
    DEFINED_KEYS_UNUSED("{0}, line {1}: the keys of dataset {2} are not used"),
    DEFINED_STRANGER("names a variable that is not defined"),
    /** Variable. */
    DEFINED_TWICE("names the variable {0} twice"),
    DEFINED_SEQUENCE("gives {0} a KeySequence that is no number"),
    DEFINED_SEQUENCE_TWICE("gives {0} a KeySequence that is that of another variable"),
    /** Keys, data file. */
    DEFINED_KEYS_LACKING("has the key {0}, which {1} does not have; its keys are not taken"),
    /** Keys, data file. */
    DEFINED_KEYS_OTHER("has the keys {0}; {1} itself names other ones, which count"),
    /** Data file, columns. */
    UNDEFINED("does not define columns that {0} has: {1}"),
    /** Data file, variables. */
    ABSENT("defines variables that {0} does not have: {1}"),
    /** Data file, columns with both labels. */
    OTHER_LABELS("has other labels (what {0} says counts): {1}"),
    OTHER_TYPES("has other types (what {0} says counts): {1}"),
    OTHER_LENGTHS("has other lengths (what {0} says counts): {1}"),
    /** A list, and what follows. */
    LIST("{0}, {1}"),
    /** A list, and how many more there are. */
    MORE("{0} and {1} more"),
    /** A name. */
    COLUMN("{0}"),
    /** Column, what the data file says of it, what the definition says. */
    COLUMN_OTHERWISE("{0} ({1}, not {2})");

    private final String pattern;

    PlanWarning(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
