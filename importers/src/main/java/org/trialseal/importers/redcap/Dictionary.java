package org.trialseal.importers.redcap;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/** A REDCap project's data dictionary: its fields in order, the first of which is the record id. */
public final class Dictionary {
    /** Most fields of a dictionary: a project with more could not be exported as one table. */
    public static final int MAX_FIELDS = Schema.MAX_COLUMNS;

    /** The names of columns in files that people download, and in those of the programming interface. */
    private static final List<List<String>> HEADERS = List.of(
            List.of(
                    "Variable / Field Name",
                    "Form Name",
                    "Field Type",
                    "Field Label",
                    "Choices, Calculations, OR Slider Labels",
                    "Text Validation Type OR Show Slider Number"),
            List.of(
                    "field_name",
                    "form_name",
                    "field_type",
                    "field_label",
                    "select_choices_or_calculations",
                    "text_validation_type_or_show_slider_number"));

    private static final String COMPLETE = "_complete";
    private static final String STATUS = "form-status";
    private static final Set<String> OWN = Set.of("redcap_data_access_group", "redcap_survey_identifier");
    private static final String TIME = "_timestamp";

    private final Map<String, Field> fields;
    private final String recordId;
    private final Set<String> forms = new LinkedHashSet<>();

    private Dictionary(Map<String, Field> fields) {
        this.fields = fields;
        this.recordId = fields.keySet().iterator().next();
        fields.values().forEach(field -> forms.add(field.form()));
    }

    /** Whether a table with these columns is a data dictionary. */
    public static boolean isDictionary(Schema schema) {
        return header(schema).isPresent();
    }

    private static Optional<List<String>> header(Schema schema) {
        return HEADERS.stream().filter(schema.names()::containsAll).findFirst();
    }

    /**
     * Reads the rest of a reader's current table, which {@link #isDictionary is one}.
     *
     * @param file name, for errors
     * @return nothing when it has no field
     * @throws MalformedException when a row cannot be read, a field stands twice, or there are too many
     */
    public static Optional<Dictionary> read(String file, Schema schema, TableReader reader)
            throws IOException, MalformedException {
        int[] places = header(schema).orElseThrow().stream()
                .mapToInt(name -> schema.indexOf(name).orElseThrow())
                .toArray();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                add(file, fields, field(batch, row, places));
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Dictionary(fields));
    }

    private static void add(String file, Map<String, Field> fields, Field field) throws MalformedException {
        if (fields.size() >= MAX_FIELDS) {
            throw DataFault.DICTIONARY_LONG.in(file, MAX_FIELDS);
        }
        if (!field.name().isEmpty() && fields.putIfAbsent(field.name(), field) != null) {
            throw DataFault.DICTIONARY_TWICE.in(file);
        }
    }

    private static Field field(RowBatch batch, int row, int[] places) {
        String[] cells = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            cells[i] = batch.cell(row, places[i]).display();
        }
        return new Field(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    /** The name of the record id. */
    public String recordId() {
        return recordId;
    }

    /** Number of fields. */
    public int size() {
        return fields.size();
    }

    /** Number of the fields that are checkbox questions. */
    public long checkboxes() {
        return fields.values().stream().filter(Field::isCheckbox).count();
    }

    /** How many of the columns the dictionary explains, when they are of its project; 0 when they are not. */
    public int explains(Schema schema) {
        List<String> names = schema.names();
        int explained = (int) names.stream().filter(this::explains).count();
        return names.contains(recordId) && 2 * explained > names.size() ? explained : 0;
    }

    private boolean explains(String column) {
        return isField(column)
                || ExportColumns.KEYS.contains(column)
                || OWN.contains(column)
                || form(column, TIME).isPresent();
    }

    private boolean isField(String column) {
        return fields.containsKey(column)
                || question(column).isPresent()
                || form(column, COMPLETE).isPresent();
    }

    /** The columns that name a record of an export beside the record id. */
    public List<String> keys(Schema schema) {
        return ExportColumns.KEYS.stream().filter(schema.names()::contains).toList();
    }

    /** What the dictionary says of a column, under names that begin with {@code prefix}; nothing of an unknown one. */
    public SortedMap<String, String> facts(String column, String prefix) {
        SortedMap<String, String> facts = new TreeMap<>();
        Optional<Field> question = question(column);
        Optional<String> form = form(column, COMPLETE);
        if (fields.containsKey(column)) {
            put(facts, prefix, fields.get(column));
        } else if (question.isPresent()) {
            put(facts, prefix, question.get());
            facts.put(prefix + "question", question.get().name());
            question.get().choice(column).ifPresent(choice -> facts.put(prefix + "choice", choice));
        } else if (form.isPresent()) {
            facts.put(prefix + "fieldType", STATUS);
            facts.put(prefix + "form", form.get());
        }
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static void put(Map<String, String> facts, String prefix, Field field) {
        facts.put(prefix + "label", field.label());
        facts.put(prefix + "form", field.form());
        facts.put(prefix + "fieldType", field.type());
        facts.put(prefix + "validation", field.validation());
    }

    private Optional<Field> question(String column) {
        return Field.question(column).map(fields::get).filter(Field::isCheckbox);
    }

    private Optional<String> form(String column, String ending) {
        return Optional.of(column)
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .filter(forms::contains);
    }
}
