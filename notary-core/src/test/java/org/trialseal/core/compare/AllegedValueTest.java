package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.AllegedValue.Verdict;

final class AllegedValueTest {
    @TempDir
    private Path folder;

    private static PlainTable labs(List<String> keys) {
        return PlainTable.of("lb", "SUBJ,VISIT,TEST,VALUE,UNIT", Optional.of("SUBJ"), keys)
                .row("013", "3", "ALT", "25", "U/L")
                .row("014", "2", "ALT", "39", "U/L")
                .row("014", "3", "ALT", "81", "U/L")
                .row("014", "4", "ALT", "", "U/L");
    }

    private static PlainTable keyed() {
        return labs(List.of("VISIT", "TEST"));
    }

    private static AllegedValue value(String subject, String visit, String text) {
        return new AllegedValue(
                "lb", new TreeMap<>(Map.of("SUBJ", subject, "VISIT", visit, "TEST", "ALT")), "VALUE", text);
    }

    private AllegedValue.Answer check(PlainTable sealed, AllegedValue alleged, Optional<PlainTable> later)
            throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, sealed)) {
            Optional<LaterFile> file =
                    later.isPresent() ? Optional.of(study.later(later.get(), ",")) : Optional.empty();
            return study.check(alleged, file);
        }
    }

    @Test
    void check_trueValueAndOneFieldChanged_isConfirmedByTheWholeRecord() throws Exception {
        PlainTable later = keyed().set(2, "VALUE", "41");
        assertThat(check(keyed(), value("014", "3", "81"), Optional.of(later)))
                .isEqualTo(new AllegedValue.Answer(
                        Verdict.CONFIRMED, "With this value the whole record is the one that was sealed."));
    }

    @Test
    void check_falseValue_isRefuted() throws Exception {
        PlainTable later = keyed().set(2, "VALUE", "41");
        assertThat(check(keyed(), value("014", "3", "82"), Optional.of(later)))
                .isEqualTo(new AllegedValue.Answer(Verdict.REFUTED, "The sealed field said something else."));
    }

    @Test
    void check_trueValueAndTwoFieldsChanged_isConfirmedByTheField() throws Exception {
        PlainTable later = keyed().set(2, "VALUE", "41").set(2, "UNIT", "mg");
        assertThat(check(keyed(), value("014", "3", "81"), Optional.of(later)))
                .isEqualTo(new AllegedValue.Answer(
                        Verdict.CONFIRMED,
                        "The field's kept fingerprint is that of this value; other fields of the record differ, too."));
    }

    @Test
    void check_withoutLaterCopy_isDecidedByTheField() throws Exception {
        assertThat(check(keyed(), value("014", "3", "81"), Optional.empty()).verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void check_emptyCell_isConfirmedAsEmpty() throws Exception {
        assertThat(check(keyed(), value("014", "4", ""), Optional.empty()).verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void check_unknownRecord_isUnknown() throws Exception {
        assertThat(check(keyed(), value("014", "9", "81"), Optional.empty()))
                .isEqualTo(AllegedValue.Answer.unknown("No sealed record is called that."));
    }

    @Test
    void check_keyIsMissing_saysWhatNamesARecord() throws Exception {
        AllegedValue alleged = new AllegedValue("lb", new TreeMap<>(Map.of("SUBJ", "014")), "VALUE", "81");
        assertThat(check(keyed(), alleged, Optional.empty()))
                .isEqualTo(AllegedValue.Answer.unknown("The record is named by VISIT, TEST, SUBJ; VISIT is missing."));
    }

    @Test
    void check_keyWasChanged_confirmsTheOldKey() throws Exception {
        PlainTable later = keyed().set(2, "VISIT", "33");
        AllegedValue alleged = new AllegedValue(
                "lb", new TreeMap<>(Map.of("SUBJ", "014", "VISIT", "33", "TEST", "ALT")), "VISIT", "3");
        assertThat(check(keyed(), alleged, Optional.of(later)).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void check_keyOfAnotherRecord_isNotConfirmed() throws Exception {
        PlainTable later = keyed().set(2, "VISIT", "33");
        AllegedValue alleged = new AllegedValue(
                "lb", new TreeMap<>(Map.of("SUBJ", "014", "VISIT", "33", "TEST", "ALT")), "VISIT", "4");
        assertThat(check(keyed(), alleged, Optional.of(later)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void check_noKeysAndTrueValue_isConfirmedByTheWholeRecord() throws Exception {
        PlainTable later = labs(List.of()).set(2, "VALUE", "41");
        assertThat(check(labs(List.of()), value("014", "3", "81"), Optional.of(later))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void check_noKeysAndFalseValue_isUnknown() throws Exception {
        PlainTable later = labs(List.of()).set(2, "VALUE", "41");
        assertThat(check(labs(List.of()), value("014", "3", "82"), Optional.of(later))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
