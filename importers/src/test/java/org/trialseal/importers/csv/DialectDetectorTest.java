package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.FilePlan;
import org.trialseal.importers.testing.MemoryFile;

/** Which dialect a plan finds, and the reasons that it gives. */
final class DialectDetectorTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("t.csv", "a,b\n1,2\n", ",", "\""),
                arguments("t.csv", "a;b\n1,5;2,5\n3,5;4,5\n", ";", "\""),
                arguments("t.csv", "a;b\n\"x,y\";\"1;2\"\n", ";", "\""),
                arguments("t.txt", "a\tb\nHeight, m\tx\n", "tab", "\""),
                arguments("t.psv", "a|b,c\n1|2,3\n", "|", "\""),
                arguments("t.tsv", "a\tb,c\n1\t2,3\n", "tab", "\""),
                arguments("t.csv", "a^b\n1^2\n", "^", "\""),
                arguments("t.csv", "a~b\n1~2\n", "~", "\""),
                arguments("t.csv", "a\nx\ny\n", ",", "\""),
                arguments("t.tsv", "a\nx\ny\n", "tab", "\""),
                arguments("t.csv", "'a','b'\n'1','2'\n", ",", "'"),
                arguments("t.csv", "a,b\n'x,y',2\n1,2\n", ",", "'"),
                arguments("t.csv", "a,b\n'tis,2\n'twas,3\n", ",", "\""),
                arguments("t.tsv", "a\tb\n\"5 inches\t2\n1\t2\n", "tab", "none"),
                arguments("t.csv", "a,b,c\n1,2,3\n", ",", "\""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void plan_text_findsDelimiterAndQuote(String name, String text, String delimiter, String quote) throws Exception {
        assertThat(Tables.settings(Tables.plan(MemoryFile.of(name, text))).options())
                .containsEntry("delimiter", delimiter)
                .containsEntry("quote", quote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void plan_unicodeWithAndWithoutMark_findsEncoding(String encoding) throws Exception {
        String text = "name;age\nÅsa €;3\nJosé;4\n\uD83E\uDDEA;5\n";
        MemoryFile bare = MemoryFile.of("t.csv", text, Charset.forName(encoding));
        MemoryFile marked = MemoryFile.of("t.csv", "\uFEFF" + text, Charset.forName(encoding));

        assertThat(Tables.settings(Tables.plan(bare)).options()).containsEntry("encoding", encoding);
        assertThat(Tables.plan(marked).datasets()).isEqualTo(Tables.plan(bare).datasets());
        assertThat(Phrase.english(Tables.plan(marked).reasons()))
                .first()
                .isEqualTo("encoding " + encoding + ": the file begins with its byte order mark");
        assertThat(Tables.cells(marked)).isEqualTo(Tables.cells(bare));
        assertThat(Tables.cells(bare).get(2).get(0)).isEqualTo(Cell.text("\uD83E\uDDEA"));
    }

    @Test
    void plan_invalidUtf8LateInTheFile_isWindows1252() throws Exception {
        String text = "a,b\n" + "1,2\n".repeat(100_000) + "3,é€\n";
        FilePlan plan = Tables.plan(MemoryFile.of("t.csv", text, Charset.forName("windows-1252")));

        assertThat(Tables.settings(plan).options()).containsEntry("encoding", "windows-1252");
        assertThat(plan.datasets().get(0).records()).isEqualTo(100_001);
        assertThat(Phrase.english(plan.reasons()))
                .first()
                .isEqualTo("encoding windows-1252: line 100002 is not valid UTF-8");
    }

    @Test
    void plan_mixtureOfEncodings_asksToCheck() throws Exception {
        byte[] bytes = "a,b\n1,\u00C3\u00A9\n2,\u00E9\n".getBytes(Charset.forName("ISO-8859-1"));

        assertThat(Phrase.english(Tables.plan(MemoryFile.of("t.csv", bytes)).reasons()))
                .first()
                .isEqualTo("encoding windows-1252: line 3 is not valid UTF-8, although lines before it have accented"
                        + " letters in UTF-8: check them");
    }

    @Test
    void plan_overrides_winOverWhatIsFound() throws Exception {
        MemoryFile file = MemoryFile.of("t.csv", "a,b;c\n\"1\",2;3\n", Charset.forName("UTF-8"));
        FilePlan plan =
                Tables.plan(file, Map.of("delimiter", "semicolon", "quote", "none", "encoding", "windows-1252"));

        assertThat(Tables.settings(plan).options())
                .isEqualTo(Map.of("delimiter", ";", "quote", "none", "encoding", "windows-1252"));
        assertThat(Phrase.english(plan.reasons()))
                .startsWith(
                        "encoding windows-1252: as asked for",
                        "delimiter semicolon: as asked for",
                        "quote none: as asked for");
        assertThat(Tables.cells(file, Tables.settings(plan), 64))
                .isEqualTo(List.of(List.of(Cell.text("\"1\",2"), Cell.text("3"))));
    }

    @Test
    void plan_rowNamesAndBlankLines_areTold() throws Exception {
        FilePlan plan = Tables.plan(MemoryFile.of("My.Study.lab.csv", "\"\",id\n\n1,x\r\n\r\n2,y\n\n"));

        assertThat(plan.datasets().get(0).name()).isEqualTo("My.Study.lab");
        assertThat(plan.datasets().get(0).records()).isEqualTo(2);
        assertThat(plan.datasets().get(0).schema().columns())
                .containsExactly(Column.of("", Map.of("role", "row-name")), Column.named("id"));
        assertThat(Phrase.english(plan.reasons()))
                .containsExactly(
                        "encoding UTF-8: every byte of the file is valid UTF-8",
                        "delimiter comma: it gives each of the first 3 records 2 fields",
                        "quote \": it encloses fields",
                        "column 1 has no name: it is taken for row names and sealed as it is",
                        "blank lines: 3 passed over, they are no records",
                        "subject id: a column of this name holds the subject identifier",
                        "keys id: unique within each subject in all 2 records");
    }

    @Test
    void plan_oneColumn_countsBlankLinesAsRecords() throws Exception {
        MemoryFile file = MemoryFile.of("t.csv", "\nnote\nx\n\n\"\"\n\n");

        assertThat(Tables.plan(file).datasets().get(0).records()).isEqualTo(4);
        assertThat(Tables.cells(file))
                .containsExactly(
                        List.of(Cell.text("x")),
                        List.of(Cell.missing("")),
                        List.of(Cell.missing("")),
                        List.of(Cell.missing("")));
    }

    @Test
    void plan_headerOnly_hasNoRecords() throws Exception {
        for (String text : List.of("a,b", "a,b\n", "a,b\r\n\r\n")) {
            MemoryFile file = MemoryFile.of("t.csv", text);

            assertThat(Tables.plan(file).datasets().get(0).records()).isZero();
            assertThat(Tables.cells(file)).isEmpty();
        }
    }

    @Test
    void open_values_keepEveryCharacter() throws Exception {
        String text = "a,b\n  x , NA \n\"\",\0\n\"a\r\n\n\"\"b\"\"\",\uFEFF\uFFFE\nC:\\n,#'\"\n";

        assertThat(Tables.cells(MemoryFile.of("t.csv", text)))
                .containsExactly(
                        List.of(Cell.text("  x "), Cell.text(" NA ")),
                        List.of(Cell.missing(""), Cell.text("\0")),
                        List.of(Cell.text("a\r\n\n\"b\""), Cell.text("\uFEFF\uFFFE")),
                        List.of(Cell.text("C:\\n"), Cell.text("#'\"")));
    }
}
