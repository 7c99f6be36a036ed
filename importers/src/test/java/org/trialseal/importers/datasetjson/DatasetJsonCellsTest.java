package org.trialseal.importers.datasetjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.FilePlan;
import org.trialseal.importers.testing.MemoryFile;

/** What becomes of the values of a Dataset-JSON file, and what is refused. */
final class DatasetJsonCellsTest {
    private static Cell token(String text) {
        return new Cell(CellType.TOKEN, Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<Cell> one(String value) throws Exception {
        return Datasets.rows(Datasets.json(1, "[\"s\"," + value + "]"), 1).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1.50", "1.5", "9007199254740993", "1e5", "1E+05", "-0.10e-7", "true", "false"})
    void read_numberOrTruthValue_keepsItsText(String value) throws Exception {
        assertThat(one(value)).containsExactly(Cell.text("s"), token(value));
    }

    @Test
    void read_nullEmptyAndBlank_areAllDifferent() throws Exception {
        assertThat(one("null").get(1)).isEqualTo(Cell.missing("null"));
        assertThat(one("\"\"").get(1)).isEqualTo(Cell.text(""));
        assertThat(one("\" \"").get(1)).isEqualTo(Cell.text(" "));
        assertThat(one("\"null\"").get(1)).isEqualTo(Cell.text("null"));
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                arguments("\"12.50\"", "12.50"),
                arguments("\"a\\\"b\\\\c\\/d\"", "a\"b\\c/d"),
                arguments("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t"),
                arguments("\"\\u00e9\\u20AC\\uD83D\\ude00\"", "\u00e9\u20ac\uD83D\uDE00"),
                arguments("\"\u00e9 \u20ac \uD83D\uDE00\"", "\u00e9 \u20ac \uD83D\uDE00"),
                arguments("\"],[\\\"]\"", "],[\"]"),
                arguments("\"\\u0000\"", "\0"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void read_string_hasItsExactCharacters(String json, String characters) throws Exception {
        assertThat(one(json).get(1)).isEqualTo(Cell.text(characters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "0x1",
                "NaN",
                "nul",
                "nulll",
                "'a'",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ud83dx\"",
                "\"\t\"",
                "1 2",
                "1,2",
                "1,",
                "{}",
                "[1]",
                "//x"
            })
    void read_valueThatIsNoJson_isRefusedWithItsRow(String value) {
        assertThatThrownBy(() -> one(value))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("d.json, byte ")
                .hasMessageContaining("row 1");
    }

    @Test
    void read_bytesThatAreNoUtf8_areRefused() {
        byte[] text = Datasets.json(1, "[\"a\u00e9\",1]").bytes();
        byte[] latin = new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Datasets.rows(MemoryFile.of("d.json", latin), 1))
                .hasMessageContaining("row 1: a string is not valid UTF-8");
    }

    @Test
    void read_attributesInAnyOrder_isTheSame() throws Exception {
        String rows = "\"rows\":[[\"s\",1],\n [\"t\",2]]";
        String attributes = Datasets.attributes(2);
        String version = "\"datasetJSONVersion\":\"1.1.0\"";
        List<String> texts = List.of(
                "{" + attributes + "," + rows + "}",
                "\uFEFF {" + rows + " , " + attributes + "} \n",
                "{" + version + "," + rows + "," + attributes.replace(version, "\"extra\":{\"rows\":[1,\"}\"]}") + "}");
        for (String text : texts) {
            MemoryFile file = MemoryFile.of("d.json", text);
            assertThat(Datasets.rows(file, 1))
                    .as(text)
                    .containsExactly(List.of(Cell.text("s"), token("1")), List.of(Cell.text("t"), token("2")));
            assertThat(new DatasetJsonImporter().recognises("d.json", file.bytes()))
                    .isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void plan_columns_keepAllTheirAttributesAndGiveTheKeys() throws Exception {
        FilePlan plan = Datasets.plan(Datasets.json(2, "[\"s\",1],[\"t\",1]"));

        assertThat(plan.datasets().get(0).schema().columns())
                .containsExactly(
                        Column.of(
                                "USUBJID",
                                Map.of("itemOID", "A", "label", "Subject", "dataType", "string", "keySequence", "1")),
                        Column.of("X", Map.of("itemOID", "B", "label", "Value", "dataType", "float")));
        assertThat(plan.datasets().get(0).settings().keys()).containsExactly("USUBJID");
        assertThat(Phrase.english(plan.reasons()))
                .contains("keys USUBJID: named by the file's keySequence; unique within each subject in all 2 records");
    }

    static Stream<Arguments> refused() {
        String attributes = Datasets.attributes(1);
        String row = ",\"rows\":[[\"s\",1]]";
        return Stream.of(
                arguments("", "does not begin with an object"),
                arguments("[]", "does not begin with an object"),
                arguments("{}", "the attribute datasetJSONVersion is missing"),
                arguments("{" + attributes + ",\"rows\":[]}", "says 1 rows, and there are 0"),
                arguments("{" + attributes + "}", "says 1 rows, and there are 0"),
                arguments("{" + attributes + "}\n[\"s\",1]\n[\"t\",1]\n", "says 1 rows, and there are 2"),
                arguments("{" + attributes + "}[\"s\",1]", "a line holds one array"),
                arguments("{" + attributes + "}\n[\"s\",1],\n[\"t\",1]", "a line holds one array"),
                arguments("{" + attributes + "}\n{\"USUBJID\":\"s\"}", "a line holds one array"),
                arguments("{" + attributes + row, "was cut off"),
                arguments("{" + attributes + ",\"rows\":[[\"s\",1]", "was cut off"),
                arguments("{" + attributes + ",\"rows\":[[\"s\",1", "was cut off"),
                arguments("{" + attributes + ",\"rows\":[[\"s\",1],]}", "rows are arrays of values"),
                arguments("{" + attributes + ",\"rows\":[[\"s\",1] [\"s\",2]]}", "rows are arrays of values"),
                arguments("{" + attributes + ",\"rows\":null}", "is no valid JSON"),
                arguments("{" + attributes + ",\"rows\":[[\"s\"]]}", "there are 1 values where the dataset has 2"),
                arguments("{" + attributes + ",\"rows\":[[\"s\",1,2]]}", "there are more values than columns"),
                arguments("{" + attributes + row + row + "}", "the attribute rows stands twice"),
                arguments("{" + attributes + row + ",\"name\":\"E\"}", "or one stands twice"),
                arguments("{" + attributes + row + "}x", "something behind the end"),
                arguments("{" + attributes.replace("1.1.0", "1.0.0") + row + "}", "another version of Dataset-JSON"),
                arguments("{" + attributes.replace("\"X\"", "\"USUBJID\"") + row + "}", "column 2 has the same name"),
                arguments("{" + attributes.replace("\"X\"", "\"\"") + row + "}", "column 2 has no name"),
                arguments(
                        "{" + attributes + row + ",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                        "nested deeper"),
                arguments("{" + attributes + row + ",\"" + "x".repeat(100_000) + "\":1}", "a name or a number longer"),
                arguments("{" + attributes + row + ",\"x\":" + "9".repeat(100_000) + "}", "a name or a number longer"),
                arguments(
                        "{" + attributes.replace("\"records\":1", "\"records\":-1") + row + "}",
                        "not a number of rows"),
                arguments(
                        "{" + attributes.replace("\"records\":1,", "") + row + "}",
                        "records, the number of rows, is missing"),
                arguments(
                        "{" + attributes.replace("Sequence\":1", "Sequence\":0") + row + "}",
                        "keySequence of column 1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void plan_malformedFile_isRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> Datasets.plan(MemoryFile.of("d.json", text)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("d.json")
                .hasMessageContaining(reason);
    }

    private static byte[] packed(byte[] text, boolean gzip) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.io.OutputStream packing = gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            packing.write(text);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void read_compressed_isUnpackedAndChecked(boolean gzip) throws Exception {
        byte[] packed = packed(Datasets.lines(2, "[\"s\",1]\r\n\n[\"t\",2]").bytes(), gzip);
        MemoryFile file = MemoryFile.of("d.dsjc", packed);

        assertThat(Datasets.rows(file, 1))
                .containsExactly(List.of(Cell.text("s"), token("1")), List.of(Cell.text("t"), token("2")));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 3);
        assertThatThrownBy(() -> Datasets.plan(MemoryFile.of("d.dsjc", cut)))
                .hasMessageContaining("the compressed data are damaged or were cut off");
        byte[] longer = java.util.Arrays.copyOf(packed, packed.length + 1);
        assertThatThrownBy(() -> Datasets.plan(MemoryFile.of("d.dsjc", longer))).isInstanceOf(MalformedException.class);
    }

    @Test
    void read_compressedBlanksWithoutEnd_areRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(("{" + Datasets.attributes(1) + "}").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 80; i++) {
                packing.write(blanks);
            }
        }
        assertThatThrownBy(() -> Datasets.plan(MemoryFile.of("d.dsjc", out.toByteArray())))
                .hasMessageContaining("expand more than 500-fold");
    }
}
