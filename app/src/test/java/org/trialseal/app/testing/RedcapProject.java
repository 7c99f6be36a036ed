package org.trialseal.app.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An invented REDCap project with invented people, written as REDCap writes it: delimited text, data dictionary, ODM. It
 * has three events, an instrument that repeats, an event that repeats, checkboxes, files, dates with times, text with line
 * ends, records without any value, and a data access group.
 */
public final class RedcapProject {
    private static final List<String> FIELDS = List.of(
            "study_id",
            "dob",
            "seen",
            "remarks",
            "race___1",
            "race___2",
            "race____9",
            "consent",
            "weight",
            "enrolment_complete",
            "term",
            "serious",
            "grade",
            "adverse_event_complete",
            "answer",
            "call_complete");
    private static final Map<String, List<String>> FORMS = Map.of(
            "enrolment", FIELDS.subList(1, 10),
            "adverse_event", FIELDS.subList(10, 14),
            "call", FIELDS.subList(14, 16));
    private static final List<String> KEYS = List.of(
            "study_id",
            "redcap_event_name",
            "redcap_repeat_instrument",
            "redcap_repeat_instance",
            "redcap_data_access_group");
    private static final List<String> TEXTS = List.of(
            "well", "two\nlines", "two\r\n\r\nlines  ", "\"quoted\" & <angled>", "Grüße", "a\tb", " blank before");

    private final List<Row> rows = new ArrayList<>();

    /** A record of an export: its place, and the values of its instrument that are not empty. */
    private record Row(
            String id, String event, String form, int instance, boolean repeats, Map<String, String> values) {}

    /** A project of so many people, the same for the same seed. */
    public RedcapProject(long seed, int people) {
        Random dice = new Random(seed);
        for (int person = 1; person <= people; person++) {
            add(person, dice);
        }
    }

    private void add(int person, Random dice) {
        String id = String.valueOf(person);
        rows.add(new Row(id, "enrolment_arm_1", "enrolment", 1, false, enrolment(person, dice)));
        for (int i = 1; i <= dice.nextInt(3); i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("term", TEXTS.get(dice.nextInt(TEXTS.size())));
            values.put("serious", String.valueOf(dice.nextInt(2)));
            values.put("grade", dice.nextBoolean() ? "2" : "2.50");
            values.put("adverse_event_complete", String.valueOf(dice.nextInt(3)));
            rows.add(new Row(id, "visit_arm_1", "adverse_event", i, true, values));
        }
        for (int i = 1; i <= 2; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            if (dice.nextInt(3) > 0) {
                values.put("answer", "call " + dice.nextInt(100));
                values.put("call_complete", "2");
            }
            rows.add(new Row(id, "call_arm_1", "", i, true, values));
        }
    }

    private static Map<String, String> enrolment(int person, Random dice) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dob", "19" + (50 + person % 50) + "-02-03");
        values.put("seen", "2024-05-0" + (1 + dice.nextInt(9)) + " 09:3" + dice.nextInt(10));
        values.put("remarks", TEXTS.get(person % TEXTS.size()));
        for (String box : List.of("race___1", "race___2", "race____9")) {
            values.put(box, String.valueOf(dice.nextInt(2)));
        }
        if (dice.nextBoolean()) {
            values.put("consent", "scan-" + person + ".pdf");
        }
        values.put("weight", String.valueOf(50 + dice.nextInt(500) / 10.0));
        values.put("enrolment_complete", String.valueOf(dice.nextInt(3)));
        return values;
    }

    /** The names of the columns of {@link #table}. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(KEYS);
        columns.addAll(FIELDS.subList(1, FIELDS.size()));
        return columns;
    }

    /** The export, its header left out. */
    public List<List<String>> table() {
        return rows.stream().map(RedcapProject::cells).map(List::copyOf).toList();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.id(),
                row.event(),
                row.form().equals("adverse_event") ? row.form() : "",
                row.repeats() ? String.valueOf(row.instance()) : "",
                group(row)));
        for (String field : FIELDS.subList(1, FIELDS.size())) {
            boolean mark = field.contains("___") || field.endsWith("_complete");
            boolean here = FORMS.get(form(row)).contains(field);
            cells.add(row.values().getOrDefault(field, mark && here ? "0" : ""));
        }
        return cells;
    }

    private static String group(Row row) {
        return "site_" + (Integer.parseInt(row.id()) % 2);
    }

    private static String form(Row row) {
        return row.form().isEmpty() ? "call" : row.form();
    }

    /** A table as delimited text. */
    public static String csv(List<List<String>> table) {
        List<List<String>> all = new ArrayList<>(List.of(columns()));
        all.addAll(table);
        return all.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The data dictionary. */
    public static String dictionary() {
        return """
                "Variable / Field Name","Form Name","Section Header","Field Type","Field Label",\
                "Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number"
                study_id,enrolment,,text,"Study number",,,
                dob,enrolment,,text,"Date of birth",,,date_ymd
                seen,enrolment,,text,"First seen",,,datetime_ymd
                remarks,enrolment,,notes,Remarks,,,
                race,enrolment,,checkbox,"Race, all that apply","1, One | 2, Two | -9, Not said",,
                consent,enrolment,,file,"Signed consent",,,
                weight,enrolment,,text,"Weight (kg)",,,number
                term,adverse_event,,text,Term,,,
                serious,adverse_event,,yesno,Serious,,,
                grade,adverse_event,,text,Grade,,,number
                answer,call,,text,Answer,,,
                """;
    }

    /** The project with its data as ODM. */
    public String odm() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:redcap="https://projectredcap.org" ODMVersion="1.3.1" \
                FileType="Snapshot" SourceSystem="REDCap">
                <Study OID="Project.X"><GlobalVariables><StudyName>X</StudyName>
                <redcap:RepeatingInstrumentsAndEvents><redcap:RepeatingInstruments>
                <redcap:RepeatingInstrument redcap:UniqueEventName="visit_arm_1" redcap:RepeatInstrument="adverse_event" \
                redcap:CustomLabel=""/></redcap:RepeatingInstruments>
                <redcap:RepeatingEvent redcap:UniqueEventName="call_arm_1"/></redcap:RepeatingInstrumentsAndEvents>
                </GlobalVariables><MetaDataVersion OID="M" Name="X" redcap:RecordIdField="study_id">
                """);
        for (String event : List.of("enrolment_arm_1", "visit_arm_1", "call_arm_1")) {
            xml.append("<StudyEventDef OID=\"Event." + event + "\" Name=\"E\" Type=\"Common\" Repeating=\"No\""
                    + " redcap:UniqueEventName=\"" + event + "\"/>\n");
        }
        for (String form : List.of("enrolment", "adverse_event", "call")) {
            xml.append("<FormDef OID=\"Form." + form + "\" Name=\"F\" Repeating=\"No\" redcap:FormName=\"" + form
                    + "\"/>\n<ItemGroupDef OID=\"" + form + ".all\" Name=\"G\" Repeating=\"No\">");
            List<String> items = new ArrayList<>(FORMS.get(form));
            if (form.equals("enrolment")) {
                items.addAll(0, List.of("study_id", "redcap_data_access_group"));
            }
            items.forEach(item -> xml.append("<ItemRef ItemOID=\"" + item + "\" Mandatory=\"No\"/>"));
            xml.append("</ItemGroupDef>\n");
        }
        FIELDS.forEach(field -> xml.append("<ItemDef OID=\"" + field + "\" Name=\"" + field + "\" DataType=\""
                + type(field) + "\" Length=\"999\" redcap:Variable=\"" + field + "\" redcap:FieldType=\""
                + fieldType(field) + "\"/>\n"));
        xml.append("</MetaDataVersion></Study>\n<ClinicalData StudyOID=\"Project.X\" MetaDataVersionOID=\"M\">\n");
        rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, own) -> {
                    xml.append("<SubjectData SubjectKey=\"" + id + "\" redcap:RecordIdField=\"study_id\">\n");
                    own.stream().filter(row -> !row.values().isEmpty()).forEach(row -> append(xml, row));
                    xml.append("</SubjectData>\n");
                });
        return xml.append("</ClinicalData></ODM>\n").toString();
    }

    private static String type(String field) {
        return switch (field) {
            case "dob" -> "date";
            case "seen" -> "partialDatetime";
            case "weight", "grade" -> "float";
            default -> field.contains("___") ? "boolean" : "text";
        };
    }

    private static String fieldType(String field) {
        return field.contains("___") ? "checkbox" : field.equals("consent") ? "file" : "text";
    }

    private static void append(StringBuilder xml, Row row) {
        int event = row.event().equals("call_arm_1") ? row.instance() : 1;
        int form = row.form().equals("adverse_event") ? row.instance() : 1;
        xml.append("<StudyEventData StudyEventOID=\"Event." + row.event() + "\" StudyEventRepeatKey=\"" + event
                + "\" redcap:UniqueEventName=\"" + row.event() + "\"><FormData FormOID=\"Form." + form(row)
                + "\" FormRepeatKey=\"" + form + "\"><ItemGroupData ItemGroupOID=\"" + form(row)
                + ".all\" ItemGroupRepeatKey=\"1\">\n");
        if (form(row).equals("enrolment")) {
            xml.append(item("study_id", row.id())).append(item("redcap_data_access_group", group(row)));
        }
        row.values().forEach((field, value) -> xml.append(item(field, value)));
        xml.append("</ItemGroupData></FormData></StudyEventData>\n");
    }

    private static String item(String field, String value) {
        if (field.equals("consent")) {
            return "<ItemDataBase64Binary ItemOID=\"consent\" redcap:DocName=\"" + value
                    + "\" redcap:MimeType=\"application/pdf\"><![CDATA[QUJD]]></ItemDataBase64Binary>\n";
        }
        String text = field.equals("seen") ? value.replace(' ', 'T') : value.replace("\t", "");
        return "<ItemData ItemOID=\"" + field + "\" Value=\""
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;") + "\"/>\n";
    }
}
