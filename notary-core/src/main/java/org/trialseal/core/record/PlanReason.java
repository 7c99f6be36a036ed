package org.trialseal.core.record;

import org.trialseal.core.digest.Phrase;

/** Why a file is read as it is. */
public enum PlanReason implements Phrase.Code {
    /** Dataset, and a reason. */
    OF_DATASET("dataset {0}, {1}"),

    AS_ASKED("as asked for"),
    /** A Define-XML. */
    NAMED_BY("named by {0}"),
    NAMED_BY_DICTIONARY("named by {0}, the data dictionary"),
    NAMED_BY_SEQUENCE("named by the file's keySequence"),

    /** Column, and why. */
    SUBJECT("subject {0}: {1}"),
    SUBJECT_NO_COLUMN("subject {0}: asked for, but no column of this file"),
    SUBJECT_BY_NAME("subject {0}: a column of this name holds the subject identifier"),
    SUBJECT_NONE("subject none: no column has a name that is known to hold the subject identifier"),
    /** A column that shows it. */
    REDCAP_FIRST("the first column of a REDCap export, which the column {0} shows"),
    /** A column that makes it likely. */
    REDCAP_LIKELY("the first column of what is probably a REDCap export, as columns like {0} make believe; its data"
            + " dictionary would make it sure"),

    /** Columns, and what was found. */
    KEYS("keys {0}: {1}"),
    /** Columns, who names them, and what was found. */
    KEYS_NAMED("keys {0}: {1}; {2}"),
    KEYS_NO_COLUMNS("keys {0}: asked for, but not all are columns of this file"),
    KEYS_NONE("keys none: no columns that are known to name a record are unique"),
    /** Number of records. */
    UNIQUE("unique in all {0} records"),
    UNIQUE_WITHIN("unique within each subject in all {0} records"),
    REPEATED("not unique; records with the same key are told apart by their order"),
    REPEATED_WITHIN("not unique within each subject; records with the same key are told apart by their order"),
    UNCHECKED("not checked for being unique, as there are too many records"),
    UNCHECKED_WITHIN("not checked for being unique within each subject, as there are too many records"),

    /** An encoding, and why. */
    ENCODING("encoding {0}: {1}"),
    BYTE_ORDER_MARK("the file begins with its byte order mark"),
    VALID_UTF_8("every byte of the file is valid UTF-8"),
    ZEROS("every other byte is zero, as in this encoding"),
    /** Line. */
    NOT_UTF_8("line {0} is not valid UTF-8"),
    NOT_UTF_8_AFTER("line {0} is not valid UTF-8, although lines before it have accented letters in UTF-8: check them"),
    /** Dataset, encoding, number of values. */
    NOT_TEXT(
            "dataset {0}, encoding {1}: {2} character values are not valid in it and are sealed as bytes; the format does"
                    + " not state the encoding, so name it with the option encoding if they are text"),

    /** A delimiter, and why. */
    DELIMITER("delimiter {0}: {1}"),
    TAB("tab"),
    SPACE("space"),
    COMMA("comma"),
    SEMICOLON("semicolon"),
    /** Any other character. */
    CHARACTER("{0}"),
    /** Number of records, number of fields. */
    SPLITS("it gives each of the first {0} records {1} fields"),
    ONE_COLUMN("taken for granted, as there is one column"),
    /** Number of records that it suits, and of all. */
    SUITS_MOST("it suits {0} of the first {1} records, no other suits more"),
    /** A quote, and why. */
    QUOTE("quote {0}: {1}"),
    QUOTE_NONE("quote none: {0}"),
    QUOTE_INSIDE("quotation marks stand inside fields without enclosing them"),
    QUOTE_ENCLOSES("it encloses fields"),
    QUOTE_UNUSED("taken for granted, as no field of the first records is enclosed"),
    ROW_NAMES("column 1 has no name: it is taken for row names and sealed as it is"),
    /** Number of lines. */
    BLANK_LINES("blank lines: {0} passed over, they are no records"),

    ODM_DESIGN("it holds a study design and no data"),
    ODM_GROUPS("one dataset for each item group; the study design is sealed with the file's bytes only"),

    /** Dataset, data dictionary, what it gives. */
    DESCRIBED_BY_DICTIONARY("dataset {0}: described by {1}, which gives {2}"),
    /** Dataset, Define-XML, its OID there, what it gives. */
    DESCRIBED("dataset {0}: described by {1} as {2}, which gives {3}"),
    DESCRIBED_NOTHING("dataset {0}: described by {1} as {2}, which says nothing new"),
    /** The same, where the user names other keys. */
    DESCRIBED_OTHER_KEYS(
            "dataset {0}: described by {1} as {2}, which gives {3}; its keys are not used, as others are asked for"),
    DESCRIBED_NOTHING_OTHER_KEYS(
            "dataset {0}: described by {1} as {2}, which says nothing new; its keys are not used, as others are asked"
                    + " for"),
    /** Dataset, files. */
    NOT_DESCRIBED("dataset {0}: not described by {1}");

    private final String pattern;

    PlanReason(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
