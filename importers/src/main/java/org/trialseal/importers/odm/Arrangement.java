package org.trialseal.importers.odm;

/** Which tables the records of a file are put into. */
@FunctionalInterface
interface Arrangement {
    /** One table for each item group, and those for the elements around them. */
    Arrangement TABLES = (file, metadata, collected) -> collected;

    /** One table for a whole REDCap project. */
    Arrangement RECORDS = RedcapRecords::new;

    /**
     * What takes the records of one file.
     *
     * @param metadata what the study design says, filled while the file is read
     * @param collected where the arranged records go
     */
    RowSink of(String file, Metadata metadata, Collected collected);
}
