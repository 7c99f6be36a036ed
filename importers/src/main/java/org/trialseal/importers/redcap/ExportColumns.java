package org.trialseal.importers.redcap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanFact;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.Schema;

/** Recognises REDCap's exports by the names of their columns alone. */
public final class ExportColumns {
    /** The columns that, beside the record id, name a record. */
    public static final List<String> KEYS =
            List.of("redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance");

    private static final Set<String> CERTAIN = Set.of(
            "redcap_event_name",
            "redcap_repeat_instrument",
            "redcap_repeat_instance",
            "redcap_data_access_group",
            "redcap_survey_identifier");

    private static final Pattern CHECKBOX = Pattern.compile("[a-z][a-z0-9_]*?___[a-z0-9_]+");
    private static final Pattern STATUS = Pattern.compile("[a-z][a-z0-9_]*_complete");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Set<String> LABELS =
            Set.of("Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Identifier");

    private static final String CHOICE_LABEL = " (choice=";
    private static final String STATUS_LABEL = "Complete?";

    private ExportColumns() {}

    /**
     * The column that holds the record id, which REDCap writes first.
     *
     * @param by a column that shows it
     * @param certain whether nothing but REDCap writes such columns
     * @param reason how the export was recognised and how sure that is
     */
    public record RecordId(String column, String by, boolean certain, Phrase reason) {}

    /** The record id of an export with field names; empty when no column says that it is one. */
    public static Optional<RecordId> recordId(Schema schema) {
        List<String> names = schema.names();
        Optional<String> certain = names.stream().filter(CERTAIN::contains).findFirst();
        if (!FIELD.matcher(names.get(0)).matches() || CERTAIN.contains(names.get(0))) {
            return Optional.empty();
        }
        if (certain.isPresent()) {
            return Optional.of(
                    new RecordId(names.get(0), certain.get(), true, Phrase.of(PlanReason.REDCAP_FIRST, certain.get())));
        }
        Optional<String> status =
                names.stream().filter(name -> STATUS.matcher(name).matches()).findFirst();
        boolean fields = names.stream().allMatch(name -> FIELD.matcher(name).matches());
        boolean last = STATUS.matcher(names.get(names.size() - 1)).matches();
        return status.filter(name -> fields && (last || hasCheckbox(names)))
                .map(name -> new RecordId(names.get(0), name, false, Phrase.of(PlanReason.REDCAP_LIKELY, name)));
    }

    private static boolean hasCheckbox(List<String> names) {
        return names.stream().anyMatch(name -> CHECKBOX.matcher(name).matches());
    }

    /**
     * What an export without its data dictionary turned out to be; nothing of any other table.
     *
     * @param subject the column that was taken for the subject
     */
    public static List<Phrase> facts(Schema schema, Optional<String> subject) {
        if (isLabelled(schema.names())) {
            return List.of(Phrase.of(PlanFact.REDCAP_LABELS));
        }
        return recordId(schema)
                .filter(id -> id.certain() || subject.equals(Optional.of(id.column())))
                .map(id ->
                        Phrase.of(id.certain() ? PlanFact.REDCAP_EXPORT : PlanFact.REDCAP_LIKELY, id.by(), id.column()))
                .stream()
                .toList();
    }

    /** Whether the columns have labels for names: then nothing is known of fields and keys. */
    public static boolean isLabelled(List<String> names) {
        return names.stream()
                .anyMatch(name -> LABELS.contains(name) || name.contains(CHOICE_LABEL) || name.equals(STATUS_LABEL));
    }
}
