package org.trialseal.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.FilePlan.DatasetPlan;

/** What is described stands beside what the file says, and can be taken away again. */
final class DescribedTest {
    private static final Schema PLAIN = new Schema(List.of(Column.of("A", Map.of("label", "a"))));
    private static final Schema SCHEMA =
            new Schema(List.of(Column.of("A", Map.of("label", "a", Described.PREFIX + "dataType", "text"))));
    private static final ImportSettings SETTINGS =
            new ImportSettings("csv", 1, new TreeMap<>(), Optional.of("S"), List.of("A")).withOption("quote", "none");

    private static DatasetPlan plan(String gives) {
        return new DatasetPlan("LB", 3, SCHEMA, SETTINGS.withOption(Described.GIVES, gives), false, KeyOrigin.DEFINE);
    }

    @Test
    void own_schemaAndSettings_areThoseOfTheFile() {
        assertThat(SCHEMA.own()).isEqualTo(PLAIN);
        assertThat(PLAIN.own()).isEqualTo(PLAIN);
        assertThat(SETTINGS.withOption(Described.DIGEST, "00").own()).isEqualTo(SETTINGS);
    }

    @Test
    void sealedForms_withWhatIsDescribed_areReadBack() throws Exception {
        ImportSettings described = SETTINGS.withOption(Described.FILE, "define.xml");
        assertThat(Schema.fromJson("s", SCHEMA.toJson())).isEqualTo(SCHEMA);
        assertThat(ImportSettings.fromJson("s", described.toJson())).isEqualTo(described);
    }

    @Test
    void asked_otherKeys_areNoLongerGivenByTheDescription() {
        assertThat(plan("keys label").asked("LB", Optional.of("S"), List.of("A")))
                .isEqualTo(plan("keys label"));
        DatasetPlan other = plan("keys label").asked("LB2", Optional.empty(), List.of());
        assertThat(other.name()).isEqualTo("LB2");
        assertThat(other.keysFrom()).isEqualTo(KeyOrigin.ASKED);
        assertThat(other.settings().options()).containsEntry(Described.GIVES, "label");
        assertThat(plan("keys")
                        .asked("LB", Optional.empty(), List.of())
                        .settings()
                        .options())
                .containsEntry(Described.GIVES, "");
        assertThat(plan("keysomething")
                        .asked("LB", Optional.empty(), List.of())
                        .settings()
                        .options())
                .containsEntry(Described.GIVES, "keysomething");
    }

    @Test
    void words_ofAFact_holdItsValues() {
        assertThat(Phrase.of(PlanFact.XPORT_MISSING, 3, ". 2, .A 1").english())
                .isEqualTo("3 missing numbers (. 2, .A 1), each with its own code");
    }
}
