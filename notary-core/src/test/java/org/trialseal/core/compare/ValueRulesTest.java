package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.IbmFloat;

/** The rules by which values of different formats are the same. */
final class ValueRulesTest {
    private static final ValueRules RULES = new ValueRules(false);

    private static Cell token(String text) {
        return new Cell(CellType.TOKEN, Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Cell ibm(String value) {
        return new Cell(
                CellType.IBM_FLOAT,
                Bytes.copyOf(IbmFloat.of(new BigDecimal(value), 8).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.50, 1.5",
        "-0, 0",
        "0.0, 0",
        "1e3, 1000",
        "+7, 7",
        "007, 7",
        ".5, 0.5",
        "3., 3",
        "0.1234567890123456, 0.123456789012346",
        "123456789012345678, 123456789012346000",
        "1e-30, 1E-30",
        "1.0e40, 1E+40"
    })
    void form_numberByItsText_has15Digits(String text, String form) {
        assertThat(RULES.form(ValueKind.NUMBER, Cell.text(text)).display()).isEqualTo(form);
        assertThat(RULES.form(ValueKind.NUMBER, token(text)).display()).isEqualTo(form);
    }

    @Test
    void form_theSameNumberInAllFormats_isTheSame() {
        byte[] tenth = ByteBuffer.allocate(8).putDouble(0.1).array();
        Cell form = RULES.form(ValueKind.NUMBER, token("0.1"));

        assertThat(RULES.form(ValueKind.NUMBER, new Cell(CellType.FLOAT64, Bytes.copyOf(tenth))))
                .isEqualTo(form);
        assertThat(RULES.form(ValueKind.NUMBER, ibm("0.1000000000000000055511151231257827021181583404541015625")))
                .isEqualTo(form);
        assertThat(RULES.form(ValueKind.NUMBER, Cell.text("0.100000000000001"))).isNotEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 0, 1960-01-01",
        "DATE, 19725, 2014-01-02",
        "DATE, -1, 1959-12-31",
        "DATE, 0.5, 0.5",
        "DATE, 1e30, 1E+30",
        "DATETIME, 0, 1960-01-01T00:00:00",
        "DATETIME, 1704274200.25, 2014-01-02T09:30:00.25",
        "DATETIME, -0.5, 1959-12-31T23:59:59.5",
        "DATETIME, 1e30, 1E+30",
        "TIME, 34200, 09:30:00",
        "TIME, 86400, 86400",
        "TIME, 0.125, 00:00:00.125",
        "TIME, -1, -1"
    })
    void form_numberInAColumnOfDates_isTheDate(ValueKind kind, String number, String form) {
        assertThat(RULES.form(kind, token(number)).display()).isEqualTo(form);
    }

    @Test
    void form_text_losesTheBlanksBehindItOnly() {
        assertThat(RULES.form(ValueKind.TEXT, Cell.text(" a \t  "))).isEqualTo(Cell.text(" a \t"));
        assertThat(RULES.form(ValueKind.TEXT, Cell.text("007"))).isEqualTo(Cell.text("007"));
        assertThat(RULES.form(ValueKind.DATE, Cell.text("2014-01"))).isEqualTo(Cell.text("2014-01"));
        assertThat(RULES.form(ValueKind.NUMBER, Cell.text("< 5"))).isEqualTo(Cell.text("< 5"));
        assertThat(RULES.form(ValueKind.NUMBER, token("true"))).isEqualTo(Cell.text("true"));
    }

    @Test
    void form_missing_isNothingUnlessBothSidesTellItApart() {
        for (Cell cell : new Cell[] {
            Cell.missing(""),
            Cell.missing("."),
            Cell.missing("null"),
            Cell.missing(".A"),
            Cell.text(""),
            Cell.text("  ")
        }) {
            assertThat(RULES.form(ValueKind.NUMBER, cell)).as(cell.toString()).isEqualTo(Cell.missing(""));
        }
        ValueRules special = new ValueRules(true);
        assertThat(special.form(ValueKind.NUMBER, Cell.missing(".A"))).isEqualTo(Cell.missing(".A"));
        assertThat(special.form(ValueKind.NUMBER, Cell.missing("."))).isEqualTo(Cell.missing(""));
        assertThat(special.form(ValueKind.NUMBER, Cell.missing("null"))).isEqualTo(Cell.missing(""));
    }

    @ParameterizedTest
    @CsvSource({
        "type, numeric, format, DATE9., DATE",
        "type, numeric, format, E8601DT19., DATETIME",
        "type, numeric, format, TIME5., TIME",
        "type, numeric, format, 8.2, NUMBER",
        "type, numeric, format, DOLLAR9.2, NUMBER",
        "type, character, format, $9., TEXT",
        "dataType, date, displayFormat, E8601DA., DATE",
        "dataType, string, x, y, TEXT",
        "dataType, integer, displayFormat, DATE9., DATE",
        "dataType, decimal, x, y, NUMBER",
        "x, y, z, w, TEXT"
    })
    void kind_column_isWhatItsSourceSays(String name, String value, String other, String format, ValueKind kind) {
        assertThat(ValueKind.of(Column.of("C", Map.of(name, value, other, format))))
                .isEqualTo(kind);
    }

    @Test
    void form_mark_zeroIsNothing() {
        assertThat(RULES.form(ValueKind.MARK, Cell.text("0"))).isEqualTo(Cell.missing(""));
        assertThat(RULES.form(ValueKind.MARK, Cell.text("1"))).isEqualTo(Cell.text("1"));
        assertThat(RULES.form(ValueKind.TEXT, Cell.text("0"))).isEqualTo(Cell.text("0"));
    }

    @Test
    void form_file_saysOnlyThatThereIsOne() {
        assertThat(RULES.form(ValueKind.FILE, Cell.text("a.pdf")))
                .isEqualTo(RULES.form(ValueKind.FILE, Cell.text("[document]")))
                .isNotEqualTo(RULES.form(ValueKind.FILE, Cell.text("")));
    }

    @Test
    void form_dayAndTimeWithABlankBetween_isWrittenWithT() {
        assertThat(RULES.form(ValueKind.DATETIME, Cell.text("2024-05-01 09:30")))
                .isEqualTo(Cell.text("2024-05-01T09:30"));
        assertThat(RULES.form(ValueKind.TEXT, Cell.text("2024-05-01 09:30"))).isEqualTo(Cell.text("2024-05-01 09:30"));
    }

    @Test
    void form_textBesideOdm_hasOneBlankForBlanksAndLineEnds() {
        ValueRules besideOdm = new ValueRules(false, true);
        assertThat(besideOdm.form(ValueKind.TEXT, Cell.text("a\r\n\r\n b\tc\n")))
                .isEqualTo(Cell.text("a bc"));
        assertThat(RULES.form(ValueKind.TEXT, Cell.text("a\n\nb"))).isEqualTo(Cell.text("a\n\nb"));
    }

    @ParameterizedTest
    @CsvSource({
        "fieldType, checkbox, MARK",
        "fieldType, form-status, MARK",
        "fieldType, file, FILE",
        "type, partialDatetime, DATETIME",
        "fieldType, text, TEXT"
    })
    void of_factsOfRedcap_areUnderstood(String name, String value, ValueKind kind) {
        assertThat(ValueKind.of(Column.of("c", Map.of(name, value)))).isEqualTo(kind);
    }
}
