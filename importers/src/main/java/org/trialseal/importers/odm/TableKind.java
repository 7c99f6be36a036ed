package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.List;

/** What the records of a table are, and which columns they have before any others. */
enum TableKind {
    SUBJECTS(List.of("StudyOID", "MetaDataVersionOID", "SubjectKey"), 3),
    EVENTS(List.of("StudyOID", "SubjectKey", "StudyEventOID", "StudyEventRepeatKey"), 2),
    FORMS(List.of("StudyOID", "SubjectKey", "StudyEventOID", "StudyEventRepeatKey", "FormOID", "FormRepeatKey"), 2),
    ITEM_GROUP(
            List.of(
                    "StudyOID",
                    "SubjectKey",
                    "StudyEventOID",
                    "StudyEventRepeatKey",
                    "FormOID",
                    "FormRepeatKey",
                    "ItemGroupRepeatKey"),
            2),
    NESTED_ITEM_GROUP(
            List.of(
                    "StudyOID",
                    "SubjectKey",
                    "StudyEventOID",
                    "StudyEventRepeatKey",
                    "ItemGroupParents",
                    "ItemGroupRepeatKey"),
            2),
    REFERENCE(List.of("StudyOID", "MetaDataVersionOID", "ItemGroupRepeatKey"), 2),
    AUDIT(audit(List.of("TransactionType", "OldValue", "Value")), 18),
    /** As version 1 of the importer had it. */
    AUDIT_WITHOUT_OLD_VALUE(audit(List.of("TransactionType", "Value")), 17),
    /** What stands at the end of the clinical data and is named from within: audit records, signatures, annotations. */
    COLLECTED(List.of("StudyOID", "MetaDataVersionOID", "@ID"), 2),
    /** All items of a subject, event and instance together, as {@link RedcapRecords} arranges them. */
    RECORDS(List.of(), 0);

    /** The column for the value before. */
    static final String OLD_VALUE = "OldValue";

    /** The column that names the subject. */
    static final String SUBJECT = "SubjectKey";

    /** The item groups around a nested one, outermost first. */
    static final String PARENTS = "ItemGroupParents";

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    private final int firstKey;

    TableKind(List<String> columns, int firstKey) {
        this.columns = columns;
        this.firstKey = firstKey;
    }

    private static List<String> audit(List<String> what) {
        List<String> columns = new ArrayList<>(List.of(
                "Element",
                "StudyOID",
                "SubjectKey",
                "StudyEventOID",
                "StudyEventRepeatKey",
                "FormOID",
                "FormRepeatKey",
                "ItemGroupOID",
                "ItemGroupRepeatKey",
                "ItemOID"));
        columns.addAll(what);
        columns.addAll(List.of("UserOID", "LocationOID", "DateTimeStamp", "ReasonForChange", "SourceID"));
        return List.copyOf(columns);
    }

    /** The columns that every table of this kind begins with. */
    List<String> columns() {
        return columns;
    }

    /** Those that name a record within its subject. */
    List<String> keys() {
        return new ArrayList<>(columns.subList(firstKey, columns.size()));
    }

    /** Whether its records are the item groups of one OID. */
    boolean isItemGroup() {
        return this == ITEM_GROUP || this == NESTED_ITEM_GROUP;
    }

    /** Whether ODM itself only ever appends to it. */
    boolean isLog() {
        return this == AUDIT || this == AUDIT_WITHOUT_OLD_VALUE;
    }
}
