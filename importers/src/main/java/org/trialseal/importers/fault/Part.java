package org.trialseal.importers.fault;

import org.trialseal.core.digest.Phrase;

/** A part of a data file that a {@link DataFault} is about. */
public enum Part implements Phrase.Code {
    ATTRIBUTES("the attributes of the dataset"),
    ROWS_ATTRIBUTE("the attribute rows"),
    BEHIND_ROWS("what stands behind the rows"),
    /** Number of the row, from 1. */
    ROW("row {0}"),
    /** Name of an attribute. */
    ATTRIBUTE("{0}"),
    /** Number of the column, from 1. */
    COLUMN_NAME("name of column {0}"),

    FIRST_HEADER("its first header record"),
    SECOND_HEADER("the second header record"),
    THIRD_HEADER("the third header record"),
    ORIGIN("the version of SAS or of the operating system"),
    FILE_MADE("the time at which the file was made"),
    FILE_CHANGED("the time at which the file was changed"),
    DATASET_HEADER("the header of a dataset"),
    DATASET_DESCRIPTOR("the descriptor header of a dataset"),
    DATASET_DESCRIPTION("the description of a dataset"),
    DATASET_MADE("the time at which the dataset was made"),
    DATASET_CHANGED("the time at which the dataset was changed"),
    VARIABLES_HEADER("the header of the variables"),
    VARIABLES_SIZE("the size of the variables' descriptions"),
    VARIABLES_COUNT("the number of variables"),
    VARIABLES("the descriptions of the variables"),
    /** Number of the variable, from 1. */
    VARIABLE("the description of variable {0}"),
    LONG_LABELS("the long labels"),
    LONG_LABELS_COUNT("the number of long labels"),
    RECORDS_HEADER("the header record in front of the records"),
    RECORDS_COUNT("the number of records"),

    /** File, line. */
    PLACE("{0}, line {1}"),
    /** Two places. */
    PLACES("{0} and in {1}");

    private final String pattern;

    Part(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    /** The part with its values. */
    public Phrase of(Object... values) {
        return Phrase.of(this, values);
    }
}
