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
    AUDIT(
            List.of(
                    "Element",
                    "StudyOID",
                    "SubjectKey",
                    "StudyEventOID",
                    "StudyEventRepeatKey",
                    "FormOID",
                    "FormRepeatKey",
                    "ItemGroupOID",
                    "ItemGroupRepeatKey",
                    "ItemOID",
                    "TransactionType",
                    "Value",
                    "UserOID",
                    "LocationOID",
                    "DateTimeStamp",
                    "ReasonForChange",
                    "SourceID"),
            17),
    /** All items of a subject, event and instance together, as {@link RedcapRecords} arranges them. */
    RECORDS(List.of(), 0);

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
        return this == AUDIT;
    }
}
