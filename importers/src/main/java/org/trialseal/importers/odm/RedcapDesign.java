package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a REDCap project writes into the study design beyond ODM, in a namespace of its own: which field is the record id,
 * the types of fields, the names of instruments, and what repeats.
 */
final class RedcapDesign {
    /** The namespace of REDCap's elements and attributes. */
    static final String NAMESPACE = "https://projectredcap.org";

    /** The fact of a column that holds the type of its field, by REDCap's words or {@link #STATUS}. */
    static final String FIELD_TYPE = "fieldType";

    /** The type of the column that says whether an instrument is complete. */
    static final String STATUS = "form-status";

    /** Names of REDCap's own columns in exports. */
    static final String EVENT = "redcap_event_name";

    static final String INSTRUMENT = "redcap_repeat_instrument";
    static final String INSTANCE = "redcap_repeat_instance";

    private static final String COMPLETE = "_complete";

    private final Map<String, String> fieldTypes = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Set<String> repeatingEvents = new HashSet<>();
    private final Map<String, Set<String>> repeatingForms = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();
    private @Nullable String recordId;

    /** Takes note of an element of ODM. */
    void design(XMLStreamReader xml) {
        @Nullable String oid = xml.getAttributeValue(null, "OID");
        switch (xml.getLocalName()) {
            case "MetaDataVersion" -> recordId = recordId == null ? own(xml, "RecordIdField") : recordId;
            case "StudyEventDef" -> put(events, oid, own(xml, "UniqueEventName"));
            case "FormDef" -> put(forms, oid, own(xml, "FormName"));
            case "ItemDef" -> put(fieldTypes, oid, own(xml, "FieldType"));
            default -> {}
        }
    }

    /** Takes note of an element of REDCap's. */
    void element(XMLStreamReader xml) {
        @Nullable String event = own(xml, "UniqueEventName");
        if (event == null) {
            return;
        }
        if (xml.getLocalName().equals("RepeatingEvent")) {
            repeatingEvents.add(event);
        }
        @Nullable String form = own(xml, "RepeatInstrument");
        if (xml.getLocalName().equals("RepeatingInstrument") && form != null) {
            repeatingForms.computeIfAbsent(event, unused -> new HashSet<>()).add(form);
        }
    }

    private static @Nullable String own(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(NAMESPACE, name);
    }

    private static void put(Map<String, String> map, @Nullable String key, @Nullable String value) {
        if (key != null && value != null) {
            map.putIfAbsent(key, value);
        }
    }

    /** The name of the record id; empty when no REDCap project wrote this. */
    Optional<String> recordId() {
        return Optional.ofNullable(recordId);
    }

    /** The columns that name a record of an export, the record id first. */
    List<String> keyColumns() {
        List<String> columns = new ArrayList<>(recordId().stream().toList());
        if (!events.isEmpty()) {
            columns.add(EVENT);
        }
        if (!repeatingEvents.isEmpty() || !repeatingForms.isEmpty()) {
            columns.add(INSTRUMENT);
            columns.add(INSTANCE);
        }
        return columns;
    }

    /** The name of an event by its OID. */
    String event(String oid) {
        return events.getOrDefault(oid, oid);
    }

    /** The name of an instrument by its OID. */
    String form(String oid) {
        return forms.getOrDefault(oid, oid);
    }

    /** Whether a whole event repeats. */
    boolean repeats(String event) {
        return repeatingEvents.contains(event);
    }

    /** Whether an instrument repeats by itself; a project without events repeats it wherever it is said. */
    boolean repeats(String event, String form) {
        return events.isEmpty()
                ? repeatingForms.values().stream().anyMatch(repeating -> repeating.contains(form))
                : repeatingForms.getOrDefault(event, Set.of()).contains(form);
    }

    /** Whether an item is a text for the reader, without values. */
    boolean isDescriptive(String item) {
        return "descriptive".equals(fieldTypes.get(item));
    }

    /** The type of an item's field. */
    Optional<String> fieldType(String item) {
        boolean status =
                item.endsWith(COMPLETE) && forms.containsValue(item.substring(0, item.length() - COMPLETE.length()));
        return status ? Optional.of(STATUS) : Optional.ofNullable(fieldTypes.get(item));
    }
}
