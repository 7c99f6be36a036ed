package org.trialseal.core.compare;

import java.util.Arrays;
import java.util.List;
import org.trialseal.core.digest.Phrase;

/**
 * Something else that is to be said of a compared artifact: what it is, and the values that belong to it, so that each face
 * can say it in its own language.
 *
 * @param values what stands for {@code {0}}, {@code {1}} ... in the sentence: names and numbers
 */
public record Note(Code code, List<String> values) {
    /** What is said, with its sentence in English. */
    public enum Code implements Phrase.Code {
        ALL_BUT_BYTES("All records are the same. Whether the file has the same bytes cannot be said: what opens its"
                + " digest is not at hand."),
        APPENDED("It only appended: all {0} sealed records are as they were, and {1} were added after them."),
        ARRANGED("REDCap's records: a box that is not checked and an instrument that is not complete count as nothing,"
                + " of a file only that there is one; neither records without any value nor their order are compared."),
        BY_COLUMNS("Recognised by its columns: {0} in {1}."),
        BY_VALUES("Compared by values: text without the blanks behind it, dates as dates, numbers to {0} significant"
                + " digits."),
        BYTES_BETWEEN("Bytes {0} to {1} hold a change."),
        BYTES_DIFFER("Its bytes differ."),
        BYTES_DIFFER_NO_TABLE("Its bytes differ, and it can no longer be read as a table."),
        BYTES_MISSING("The end is missing: at least {0} bytes."),
        COLUMNS_ADDED("Columns added since: {0}."),
        COLUMNS_ORDER("The columns stand in another order."),
        COLUMNS_REMOVED("Columns removed since: {0}. The others were compared."),
        COUNT_DIFFERS("A subject whose records cannot be opened has {0} records where {1} were sealed."),
        DESCRIBED_OTHERWISE("Described otherwise than when sealed (label, type or format): {0}."),
        ELSEWHERE_IN_FILE("The bytes of the file differ, but not in these records."),
        FIELDS_UNNAMED("Of {0} changed records it cannot be said which field changed."),
        HIDDEN("{0} sealed records are not shown and were not compared."),
        INSERTED("Records were put between sealed ones: {0}."),
        LOG_LACKS_COLUMNS("It lacks columns of the sealed log, so that its records were not compared."),
        LOG_NOT_SHOWN("The package does not show the whole event log, or what it shows did not pass its check."),
        LOG_UNSEEN("{0} sealed records cannot be compared: the secrets that open them are not in the store."),
        MISSING("It was sealed, but no file was given for it."),
        NO_STUDY_SECRET("The secret of the study that opens it is not in the study store."),
        NO_SUBJECT_COLUMN("Without the column of the subject no record can be compared."),
        NO_TABLE("It cannot be read as a table."),
        NO_VALUES("It has no values that could be compared; compare it without --values."),
        NOT_ALL_LISTED("Not all differences are listed; the counts are of all."),
        NOT_ARRANGED(
                "What was sealed as REDCap's ODM can be compared with other formats only by the sealed file itself: give"
                        + " it with --data, and the evidence folder."),
        NOT_LISTED_AFTER("Only the first {0} differences are listed."),
        NOT_SHOWN("The package does not show it, or what it shows did not pass its check."),
        NOT_SHOWN_LATER("The later package does not show it."),
        NOT_WHOLE("The package does not show all of it."),
        NOT_WHOLE_LATER("The later package does not show all of it."),
        ODM_BLANKS("One side is ODM: a run of blanks and line ends counts as one blank, other control characters as"
                + " none."),
        OLD_VALUES_LACKING("Old values are not shown, or not all: {0}"),
        ORDER("The same records in another order."),
        OTHER_BYTES(
                "The file given for it is not, byte for byte, the one that was sealed; records are arranged by its study"
                        + " design, which is sealed with its bytes."),
        OTHER_DATA("The data given for it are not those that were sealed."),
        OTHER_DEFINE("It was sealed with another Define-XML: {0} had SHA-256 {1}, {2} has {3}. Keys are those of the"
                + " seal."),
        REPEATED_KEYS("Several records have the same key; those with the same values were paired first, the others in"
                + " their order."),
        REWRITTEN("Written otherwise: {0}."),
        SAME_VALUES("They are the same."),
        STRANGERS("{0} rows belong to subjects of which nothing is shown; they were not compared."),
        SUBJECT_CLOSED("The records of 1 subject could not be compared: the secret that opens them is not in the study"
                + " store (erased, or another store)."),
        SUBJECT_RENAMED("Identifiers of subjects were changed: the records of 1 subject now stand under another one."),
        SUBJECTS_CLOSED("The records of {0} subjects could not be compared: the secret that opens them is not in the"
                + " study store (erased, or another store)."),
        SUBJECTS_RENAMED(
                "Identifiers of subjects were changed: the records of {0} subjects now stand under another" + " one."),
        TOO_MANY_REPEATED("Too many records have the same key to try them all; some of those said to be changed may"
                + " only stand elsewhere."),
        UNEXPECTED("It is not part of this seal."),
        UNEXPECTED_OR_NOT_SHOWN("The package does not show whether it is part of the seal."),
        VALUES_NOT_AT_HAND("Its sealed values are not at hand, and a comparison by values needs them: give the sealed"
                + " file with --data.");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String pattern() {
            return sentence;
        }
    }

    public Note {
        values = List.copyOf(values);
    }

    static Note of(Code code, Object... values) {
        return new Note(code, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** What is said, in English. */
    public String sentence() {
        return Phrase.of(code, values.toArray()).english();
    }
}
