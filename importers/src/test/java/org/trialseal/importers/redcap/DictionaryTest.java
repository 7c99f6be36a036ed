package org.trialseal.importers.redcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.csv.CsvImporter;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** What a data dictionary says of its exports. */
final class DictionaryTest {
    private static final String HEADER = "field_name,form_name,section_header,field_type,field_label,"
            + "select_choices_or_calculations,field_note,text_validation_type_or_show_slider_number\n";
    private static final String FIELDS = HEADER
            + "id,start,,text,Number,,,\n"
            + "race,start,,checkbox,\"Race, all\",\"1, One | -9, Not, said | x-Y, Third\",,\n"
            + "born,visit,,text,Born,,,date_ymd\n";

    private static Dictionary read(String text) throws Exception {
        return Dictionaries.read(MemoryFile.of("dictionary.csv", text)).orElseThrow();
    }

    @Test
    void facts_boxOfACheckbox_nameQuestionAndChoice() throws Exception {
        Dictionary dictionary = read(FIELDS);
        Map<String, String> question =
                Map.of("label", "Race, all", "form", "start", "fieldType", "checkbox", "question", "race");

        assertThat(dictionary.facts("race___1", ""))
                .containsAllEntriesOf(question)
                .containsEntry("choice", "One");
        assertThat(dictionary.facts("race____9", "")).containsEntry("choice", "Not, said");
        assertThat(dictionary.facts("race___x_y", "")).containsEntry("choice", "Third");
        assertThat(dictionary.facts("race___7", "")).isEqualTo(question);
        assertThat(dictionary.facts("born___1", "")).isEmpty();
    }

    @Test
    void facts_otherColumns_areThoseOfTheirFieldOrForm() throws Exception {
        Dictionary dictionary = read(FIELDS);
        assertThat(dictionary.facts("born", "redcap."))
                .isEqualTo(Map.of(
                        "redcap.label",
                        "Born",
                        "redcap.form",
                        "visit",
                        "redcap.fieldType",
                        "text",
                        "redcap.validation",
                        "date_ymd"));
        assertThat(dictionary.facts("visit_complete", ""))
                .isEqualTo(Map.of("fieldType", "form-status", "form", "visit"));
        assertThat(dictionary.facts("other_complete", "")).isEmpty();
    }

    @Test
    void explains_columns_needsTheRecordIdAndMostOfThem() throws Exception {
        Dictionary dictionary = read(FIELDS);
        assertThat(dictionary.explains(Schema.ofNames(List.of("id", "race___1", "redcap_event_name"))))
                .isEqualTo(3);
        assertThat(dictionary.explains(Schema.ofNames(List.of("race___1", "born"))))
                .isZero();
        assertThat(dictionary.explains(Schema.ofNames(List.of("id", "a", "b")))).isZero();
    }

    @Test
    void read_fieldThatStandsTwice_isRefused() {
        assertThatThrownBy(() -> read(FIELDS + "born,visit,,text,Again,,,\n"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("a field stands twice");
    }

    @Test
    void read_otherTable_isNoDictionary() throws Exception {
        assertThat(Dictionaries.read(MemoryFile.of("t.csv", "field_name,form_name\na,b\n")))
                .isEmpty();
        assertThat(Dictionaries.read(MemoryFile.of("t.csv", HEADER + ",,,,,,,\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "arm-multiple-delete, record_id, 3, 5, 5",
        "checkboxes-1, record_id, 4, 13, 13",
        "longitudinal, study_id, 95, 125, 125",
        "simple, record_id, 16, 24, 24",
        "survey, participant_id, 25, 33, 33",
        "validation-types-1, record_id, 50, 52, 52"
    })
    void read_realDictionary_explainsItsExport(String name, String id, int fields, int explained, int columns)
            throws Exception {
        Dictionary dictionary = Dictionaries.read(PathFile.of(SampleData.path("redcap/" + name + "/dictionary.csv")))
                .orElseThrow();
        Schema export = new CsvImporter()
                .plan(
                        PathFile.of(SampleData.path("redcap/" + name + "/data.csv")),
                        Map.of(),
                        Optional.empty(),
                        List.of())
                .datasets()
                .get(0)
                .schema();

        assertThat(dictionary.recordId()).isEqualTo(id);
        assertThat(List.of(dictionary.size(), dictionary.explains(export), export.size()))
                .isEqualTo(List.of(fields, explained, columns));
    }
}
