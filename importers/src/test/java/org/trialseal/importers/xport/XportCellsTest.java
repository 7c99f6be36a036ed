package org.trialseal.importers.xport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.FilePlan;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.xport.TransportWriter.Var;

/** What becomes of the values of a transport file. */
final class XportCellsTest {
    private static final String CODES = "._ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static MemoryFile file(TransportWriter writer) {
        return MemoryFile.of("t.xpt", writer.bytes());
    }

    private static List<List<Cell>> rows(TransportWriter writer) throws Exception {
        return Transport.read(file(writer)).get(0).rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void read_missingValuesOfAnyWidth_areAllDifferent(int width) throws Exception {
        TransportWriter writer = TransportWriter.v5().dataset("M", "", List.of(new Var("X", -width)));
        for (char code : CODES.toCharArray()) {
            byte[] bytes = new byte[width];
            bytes[0] = (byte) code;
            writer.row((Object) bytes);
        }
        byte[] zero = new byte[width];
        byte[] number = TransportWriter.number(7, width);
        List<List<Cell>> rows =
                rows(writer.row((Object) zero).row((Object) number).end());

        assertThat(rows).hasSize(CODES.length() + 2);
        assertThat(new HashSet<>(rows)).hasSize(CODES.length() + 2);
        assertThat(rows.get(0)).containsExactly(Cell.missing("."));
        assertThat(rows.get(1)).containsExactly(Cell.missing("._"));
        assertThat(rows.get(27)).containsExactly(Cell.missing(".Z"));
        assertThat(rows.get(28)).containsExactly(new Cell(CellType.IBM_FLOAT, Bytes.copyOf(zero)));
        assertThat(rows.get(29)).containsExactly(new Cell(CellType.IBM_FLOAT, Bytes.copyOf(number)));
    }

    @Test
    void read_numberThatIsNeitherNumberNorMissing_isRefusedWithItsPlace() {
        TransportWriter writer = TransportWriter.v5().dataset("M", "", List.of(new Var("T", 4), new Var("X", -3)));
        writer.row("a", TransportWriter.number(1, 3))
                .row("b", new byte[] {'a', 0, 0})
                .end();

        assertThatThrownBy(() -> Transport.read(file(writer)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("t.xpt, byte ")
                .hasMessageContaining("dataset M, record 2: variable 2 holds neither a number nor a missing value");
    }

    @Test
    void read_text_losesTheBlanksBehindItOnly() throws Exception {
        TransportWriter writer = TransportWriter.v5().dataset("T", "", List.of(new Var("A", 6), new Var("B", 3)));
        writer.row(" a b", "").row("é\tß", "x\0").row("\0", "ü").end();

        assertThat(rows(writer))
                .containsExactly(
                        List.of(Cell.text(" a b"), Cell.missing("")),
                        List.of(Cell.text("é\tß"), Cell.text("x\0")),
                        List.of(Cell.text("\0"), Cell.text("ü")));
    }

    @Test
    void read_textThatIsNotUtf8_isBytesUnlessTheEncodingIsNamed() throws Exception {
        byte[] latin = "Müller".getBytes(StandardCharsets.ISO_8859_1);
        TransportWriter writer = TransportWriter.v5().dataset("T", "", List.of(new Var("A", 8), new Var("B", 2)));
        byte[] padded = Arrays.copyOf(latin, 8);
        padded[6] = ' ';
        padded[7] = ' ';
        MemoryFile file = file(writer.row(padded, "x").end());

        assertThat(Transport.read(file).get(0).rows())
                .containsExactly(List.of(new Cell(CellType.BYTES, Bytes.copyOf(latin)), Cell.text("x")));
        assertThat(Transport.read(file, Map.of("encoding", "windows-1252"), 1)
                        .get(0)
                        .rows())
                .containsExactly(List.of(Cell.text("Müller"), Cell.text("x")));
        assertThat(Phrase.english(Transport.plan(file).reasons()))
                .anyMatch(reason -> reason.contains("1 character values are not valid in it"));
        assertThatThrownBy(() -> Transport.read(file, Map.of("encoding", "latin1"), 1))
                .hasMessageContaining("the option encoding must be UTF-8 or windows-1252");
    }

    @Test
    void read_severalDatasets_eachInTurn() throws Exception {
        TransportWriter writer = TransportWriter.v5();
        writer.dataset("A", "", List.of(new Var("X", 30)))
                .row("one")
                .row("two")
                .row("three")
                .end();
        writer.dataset("EMPTY", "", List.of(new Var("Y", -8))).end();
        writer.dataset("B", "", List.of(new Var("USUBJID", 5), new Var("BSEQ", -8)));
        writer.row("s1", TransportWriter.number(1, 8))
                .row("s1", TransportWriter.number(2, 8))
                .end();
        MemoryFile file = file(writer);

        List<Transport.Dataset> datasets = Transport.read(file);
        assertThat(datasets.stream().map(Transport.Dataset::name)).containsExactly("A", "EMPTY", "B");
        assertThat(datasets.stream().map(dataset -> dataset.rows().size())).containsExactly(3, 0, 2);
        FilePlan plan = Transport.plan(file);
        assertThat(plan.datasets().get(2).subject()).contains("USUBJID");
        assertThat(plan.datasets().get(2).settings().keys()).isEmpty();
        assertThat(Phrase.english(plan.reasons()))
                .contains("dataset B, subject USUBJID: a column of this name holds the subject identifier");
    }

    @Test
    void read_vms_isReadLikeAnyOther() throws Exception {
        TransportWriter writer = TransportWriter.vms().dataset("V", "", List.of(new Var("A", 3), new Var("B", -8)));
        byte[] number = TransportWriter.number(41, 8);

        assertThat(rows(writer.row("abc", number).end()))
                .containsExactly(List.of(Cell.text("abc"), new Cell(CellType.IBM_FLOAT, Bytes.copyOf(number))));
    }

    @Test
    void read_v8_keepsLongNamesAndTheNumberOfRecordsItStates() throws Exception {
        List<Var> variables = List.of(new Var("AVeryLongNameOfAVariable", 7));
        TransportWriter writer = TransportWriter.v8().dataset("ALongDatasetName", "              4", variables);
        writer.row("HEADER").row("").row("x").row("").end();
        Transport.Dataset dataset = Transport.read(file(writer)).get(0);

        assertThat(dataset.name()).isEqualTo("ALongDatasetName");
        assertThat(dataset.schema().columns())
                .containsExactly(Column.of(
                        "AVeryLongNameOfAVariable", Map.of("label", "Label of 1", "length", "7", "type", "character")));
        assertThat(dataset.rows())
                .containsExactly(
                        List.of(Cell.text("HEADER")),
                        List.of(Cell.missing("")),
                        List.of(Cell.text("x")),
                        List.of(Cell.missing("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"              3", "            999", "              a"})
    void read_v8WithAnotherNumberOfRecords_isRefused(String stated) {
        TransportWriter writer = TransportWriter.v8().dataset("D", stated, List.of(new Var("A", 7)));
        writer.row("a").row("b").row("c").row("d").end();

        assertThatThrownBy(() -> Transport.read(file(writer)))
                .isInstanceOf(MalformedException.class)
                .hasMessageMatching("(?s).*(goes on behind|the file ends in record|is not a number).*");
    }

    @Test
    void read_dataBehindANumberOfRecordsOfZero_isRefused() {
        TransportWriter writer = TransportWriter.v8().dataset("D", "              0", List.of(new Var("A", 7)));

        assertThatThrownBy(() -> Transport.read(file(writer.row("a").end())))
                .hasMessageContaining("goes on behind the 0 records that it states");
    }

    @Test
    void read_piecesOfAnySize_giveTheSameRows() throws Exception {
        Random random = new Random(1967);
        for (int width : new int[] {1, 3, 40, 79, 80, 81, 333}) {
            for (int count : new int[] {0, 1, 2, 26, 27, 80, 241}) {
                List<List<Cell>> expected = new ArrayList<>();
                TransportWriter writer = TransportWriter.v5().dataset("R", "", List.of(new Var("A", width)));
                for (int i = 0; i < count; i++) {
                    String text = i + 1 < count && random.nextInt(3) > 0 ? "" : "x".repeat(1 + random.nextInt(width));
                    writer.row(text);
                    expected.add(List.of(Cell.ofCharacters(text)));
                }
                MemoryFile file = file(writer.end());
                for (int piece : new int[] {1, 100, 1 << 20}) {
                    assertThat(Transport.read(file, Map.of(), piece).get(0).rows())
                            .as("seed 1967, width %d, %d records, piece %d", width, count, piece)
                            .isEqualTo(expected);
                }
            }
        }
    }
}
