package org.trialseal.app.work.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.Difference.Kind;
import org.trialseal.core.compare.FieldChange;
import org.trialseal.core.compare.Note;
import org.trialseal.core.record.Cell;

/** The export for spreadsheets. */
final class ComparisonCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1"})
    void cell_thatASpreadsheetWouldCompute_beginsWithAnApostrophe(String text) {
        assertThat(ComparisonCsv.noFormula(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81", "-81", "+1.5", "-1.5e-3", "a=b", "2026-03-14", "–"})
    void cell_thatIsHarmless_staysAsItIs(String text) {
        assertThat(ComparisonCsv.noFormula(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"~a,b~,~\"a,b\"~", "~a\"b~,~\"a\"\"b\"~", "a;b,~\"a;b\"~", "plain,plain"})
    void cell_withSeparators_isQuoted(String text, String written) {
        assertThat(ComparisonCsv.cell(text)).isEqualTo(written);
    }

    @Test
    void write_everyKindOfDifference_hasOneLineEachAndSaysWhatWasNotKept() throws IOException {
        Difference changed = new Difference(
                Kind.CHANGED,
                new TreeMap<>(java.util.Map.of("SUBJ", "=7")),
                OptionalLong.of(3),
                OptionalLong.of(2),
                List.of(
                        new FieldChange("A", Optional.of(Cell.text("x")), Optional.of(Cell.text("=y"))),
                        new FieldChange("B", Optional.empty(), Optional.of(Cell.missing("")))));
        Difference added =
                new Difference(Kind.ADDED, new TreeMap<>(), OptionalLong.of(9), OptionalLong.empty(), List.of());
        Difference removed =
                new Difference(Kind.REMOVED, new TreeMap<>(), OptionalLong.of(4), OptionalLong.of(4), List.of());
        Difference moved = new Difference(
                Kind.REORDERED,
                new TreeMap<>(java.util.Map.of("SUBJ", "7", "SEQ", "2")),
                OptionalLong.of(5),
                OptionalLong.of(9),
                List.of());
        ArtifactComparison lb = new ArtifactComparison(
                "lb", State.ALTERED, 10, new Counts(1, 1, 1, 2), List.of(changed, added, removed, moved), List.of());
        ArtifactComparison gone = new ArtifactComparison(
                "dm", State.MISSING, 0, Counts.none(), List.of(), List.of(new Note(Note.Code.MISSING, List.of())));
        Compared compared = new Compared(
                new ComparisonOrder(Path.of("seal"), List.of(), true, false, false, List.of(), List.of()),
                Optional.empty(),
                new ComparisonReport(List.of(lb, gone)),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of());
        StringWriter out = new StringWriter();
        ComparisonCsv.write(out, compared, Differences.LISTED);
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "lb,altered,,,,,,,2 records stand in another order.",
                        "lb,changed,SUBJ==7,2,3,A,x,'=y,",
                        "lb,changed,SUBJ==7,2,3,B,,,(the sealed value was not kept)",
                        "lb,added,,,9,,,,",
                        "lb,removed,,4,,,,,",
                        "lb,reordered,\"SEQ=2; SUBJ=7\",9,5,,,,",
                        "dm,missing,,,,,,,\"It was sealed, but no file was given for it.\"");
    }
}
