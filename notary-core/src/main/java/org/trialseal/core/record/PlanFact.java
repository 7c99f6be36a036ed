package org.trialseal.core.record;

import org.trialseal.core.digest.Phrase;

/** Something that a file turned out to be. */
public enum PlanFact implements Phrase.Code {
    /** Version: 5 or 8. */
    XPORT_VERSION("SAS transport file, version {0}"),
    /** Number of variables with a label, and of all. */
    XPORT_LABELS("{0} of {1} variables have labels"),
    /** Number of missing numbers, and which codes with how many of each. */
    XPORT_MISSING("{0} missing numbers ({1}), each with its own code"),
    /** Version. */
    DATASET_JSON_VERSION("CDISC Dataset-JSON, version {0}"),
    /** Number of columns with a label, and of all. */
    DATASET_JSON_LABELS("{0} of {1} columns have labels"),
    /** Number of records. */
    DATASET_JSON_RECORDS("the file states {0} records, and so many there are"),
    /** Version of ODM. */
    ODM_VERSION("CDISC ODM-XML, version {0}"),
    ODM_SNAPSHOT("a snapshot: the data as they stood when it was written"),
    ODM_TRANSACTIONAL("transactional: every change is a record of its own"),
    /** Who wrote it, by its own word. */
    ODM_SOURCE("written by {0}"),
    /** Number of audit records. */
    ODM_AUDIT("{0} audit records, sealed as an event log"),
    ODM_NO_DATA("a study design without data"),
    /** Version of Define-XML. */
    DEFINE_VERSION("Define-XML, version {0}, sealed by its bytes"),
    /** Number of datasets that it describes. */
    DEFINE_DATASETS("it describes {0} datasets"),
    /** Number of lists of values, and of conditions. */
    DEFINE_VALUE_LEVEL(
            "its value-level metadata are not used ({0} value lists, {1} where clauses): they are sealed with its"
                    + " bytes only"),
    /** Number of fields, name of the record id. */
    REDCAP_DICTIONARY("data dictionary of a REDCap project: {0} fields, the record id is {1}"),
    /** The dictionary's file; number of columns that it explains, and of all. */
    REDCAP_PROJECT("REDCap export of the project in {0}, which explains {1} of {2} columns"),
    /** Number of columns that are boxes, and of their questions. */
    REDCAP_BOXES("{0} columns are the boxes of {1} checkbox questions"),
    /** The column by which it is known, and the first one. */
    REDCAP_EXPORT("REDCap export without its data dictionary, known by {0}; the record id is its first column, {1}"),
    /** A column that makes it likely, and the first one. */
    REDCAP_LIKELY("probably a REDCap export, by columns such as {0}; then the record id is its first column, {1}"),
    REDCAP_LABELS("probably a REDCap export with labels for column names: no field or key is taken from them");

    private final String pattern;

    PlanFact(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
