package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;

/** What is refused, and in which words. */
final class CsvRefusalTest {
    private static final String RAGGED =
            "; mend this line (a delimiter too many or too few, or a missing quote), or name the right delimiter with"
                    + " the option delimiter";
    private static final String UNCLOSED =
            " here is never closed; close it, or set the option quote to none if quotes have no meaning in this file";
    private static final String AFTER_QUOTE =
            "; write a quote inside a quoted field twice, or set the option quote to none if quotes have no meaning in"
                    + " this file";
    private static final String NOT_UTF_16 = "; export the file again, as UTF-8 if possible";
    private static final String NOT_UTF_8 =
            "; export the file again as UTF-8, or name its encoding with the option encoding";
    private static final String NOT_1252 =
            " does not exist in windows-1252; export the file again as UTF-8, or name its encoding with the option"
                    + " encoding";

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", -1, "the file is empty; a table begins with a line of column names"),
                arguments("\u00EF\u00BB\u00BF", -1, "the file is empty; a table begins with a line of column names"),
                arguments(
                        "\n\r\n\r", -1, "the file holds only blank lines; a table begins with a line of column names"),
                arguments("\"\"\n1\n", -1, "line 1: the only column has no name; name it"),
                arguments(
                        "\n\na,b,a\n1,2,3\n",
                        -1,
                        "line 3: columns 1 and 3 have the same name; rename one of them in the header"),
                arguments(
                        "a,,b\n1,2,3\n",
                        -1,
                        "line 1: column 2 has no name; name it in the header, or remove the delimiter if there is no"
                                + " such column"),
                arguments(
                        "a,b,\n1,2,\n",
                        -1,
                        "line 1: column 3 has no name; name it in the header, or remove the delimiter if there is no"
                                + " such column"),
                arguments("a,b\n1,2\n1,2,3\n4,5\n", 8, "line 3: 3 fields where the header has 2" + RAGGED),
                arguments("a,b\r1,2\r\r\n\n1\n4,5\n", 11, "line 5: 1 field where the header has 2" + RAGGED),
                arguments("a,b\n\"1\r\n\r\",2\n1,2,3", 13, "line 5: 3 fields where the header has 2" + RAGGED),
                arguments("a,b\n1,2\n ", 8, "line 3: 1 field where the header has 2" + RAGGED),
                arguments("\u00EF\u00BB\u00BFa,b\n1,2\n1\n", 11, "line 3: 1 field where the header has 2" + RAGGED),
                arguments("a,b\n1,\"2\n3,4\n", 4, "line 2: the quote that opens field 2" + UNCLOSED),
                arguments("a,b\n\"1\n\n\",\"2\n3,4\n", 4, "line 4: the quote that opens field 2" + UNCLOSED),
                arguments("a,b\n1,2\n3,\"4\" \n", 13, "line 3: text follows a closing quote in field 2" + AFTER_QUOTE),
                arguments("a,b\n1,2\n\"3\"x,4\n", 11, "line 3: text follows a closing quote in field 1" + AFTER_QUOTE),
                arguments(
                        "a,b\n1,2\n\"3\n\"\u00C3\u00A4,4\n",
                        12,
                        "line 4: text follows a closing quote in field 1" + AFTER_QUOTE),
                arguments("a,b\n1,\u00E4\n\u0081,3\n", 8, "line 3: byte 0x81" + NOT_1252),
                arguments("a,b\r\n1,\u00E4\r\n\r2,\u009D\r\n", 13, "line 4: byte 0x9d" + NOT_1252),
                arguments("\u00EF\u00BB\u00BFa,b\n1,\u00E4\n", 9, "line 2: this is not valid UTF-8" + NOT_UTF_8),
                arguments(
                        "a,b\n1,\u00ED\u00A0\u0080\n",
                        6,
                        "line 2: this is not valid UTF-8 (half of a surrogate pair is encoded); export the file again"
                                + " as UTF-8"),
                arguments(
                        "\u00FF\u00FEa\0,\0b\0\n\0\u0000\u00D81\0,\0",
                        10,
                        "line 2: this is not valid UTF-16 (half of a surrogate pair stands alone)" + NOT_UTF_16),
                arguments(
                        "\u00FE\u00FF\0a\0,\0b\0\n\u00DC\u0000\0,\0",
                        10,
                        "line 2: this is not valid UTF-16 (half of a surrogate pair stands alone)" + NOT_UTF_16),
                arguments(
                        "\u00FF\u00FEa\0,\0b\0\n\u00001",
                        10,
                        "line 2: this is not valid UTF-16 (the file ends in the middle of a character)" + NOT_UTF_16),
                arguments(
                        "\u00FF\u00FE\0\0a\0\0\0",
                        0,
                        "this is UTF-32, which is not read; export the file again as UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void plan_malformedFile_saysWhereAndWhatToDo(String bytes, long offset, String reason) {
        DataFile file = MemoryFile.of("lab.csv", bytes, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Tables.plan(file)).isInstanceOfSatisfying(MalformedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.offset()).isEqualTo(offset);
            assertThat(e.source()).isEqualTo("lab.csv");
        });
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void open_malformedFileInTinyPieces_saysTheSame(String bytes, long offset, String reason) throws Exception {
        MemoryFile file = MemoryFile.of("lab.csv", bytes, StandardCharsets.ISO_8859_1);
        if (reason.contains("UTF-32")) {
            return;
        }
        TextEncoding encoding = EncodingGuess.of("lab.csv", file.bytes()).encoding();
        boolean windows = reason.contains("windows-1252");
        CsvDialect dialect = new CsvDialect(',', Optional.of('"'), windows ? TextEncoding.WINDOWS_1252 : encoding);

        for (int piece : new int[] {1, 5, 64}) {
            assertThatThrownBy(() -> Tables.pieces(file, Tables.settings(dialect), piece))
                    .as("pieces of %d bytes", piece)
                    .isInstanceOfSatisfying(
                            MalformedException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
        }
    }

    static Stream<Arguments> impossibleOptions() {
        String delimiter = "the option delimiter must be one character such as , or ; or |, or the word tab or space";
        return Stream.of(
                arguments(Map.of("delimiter", "x"), delimiter),
                arguments(Map.of("delimiter", ",,"), delimiter),
                arguments(Map.of("delimiter", ""), delimiter),
                arguments(Map.of("delimiter", "\n"), delimiter),
                arguments(Map.of("delimiter", "\""), delimiter),
                arguments(Map.of("quote", "`"), "the option quote must be \" or ' or the word none"),
                arguments(
                        Map.of("encoding", "latin9"),
                        "the option encoding must be UTF-8, UTF-16LE, UTF-16BE or windows-1252"),
                arguments(
                        Map.of("bom", "yes"),
                        "the csv importer has no option of this name; it has delimiter, encoding and quote"));
    }

    @ParameterizedTest
    @MethodSource("impossibleOptions")
    void plan_impossibleOption_isRefused(Map<String, String> options, String reason) {
        assertThatThrownBy(() -> Tables.plan(MemoryFile.of("a.csv", "a,b\n1,2\n"), options))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a.csv: " + reason);
    }

    @Test
    void open_foreignOrIncompleteSettings_isRefused() {
        MemoryFile file = MemoryFile.of("a.csv", "a,b\n1,2\n");
        Map<String, String> options = Map.of("delimiter", ",", "quote", "none", "encoding", "UTF-8");
        Map<String, String> incomplete = Map.of("delimiter", ",", "quote", "none");

        assertRefused(file, settings("xpt", 1, options), "these settings are for another importer than csv");
        assertRefused(
                file,
                settings("csv", 2, options),
                "these settings need version 2 of the csv importer, this program has 1; use a newer program");
        assertRefused(file, settings("csv", 1, incomplete), "the settings lack the option encoding");
    }

    private static void assertRefused(DataFile file, ImportSettings settings, String reason) {
        assertThatThrownBy(() -> new CsvImporter().open(file, settings))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a.csv: " + reason);
    }

    private static ImportSettings settings(String importer, int version, Map<String, String> options) {
        return new ImportSettings(importer, version, new TreeMap<>(options), Optional.empty(), List.of());
    }

    @Test
    void open_recordAboveLimit_isRefusedWithItsLineAndQuote() {
        CsvDialect dialect = new CsvDialect(',', Optional.of('"'), TextEncoding.UTF_8);

        assertThatThrownBy(() -> Tables.pieces(new EndlessFile(), Tables.settings(dialect), CsvTableReader.PIECE))
                .isInstanceOf(MalformedException.class)
                .hasMessage("endless.csv, byte 4: line 2: this record is longer than 64 MiB; look for a quote that is"
                        + " never closed (one opens in line 2)");
    }

    /** A quote that is never closed. */
    private static final class EndlessFile implements DataFile {
        @Override
        public String name() {
            return "endless.csv";
        }

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public InputStream open() {
            InputStream head = new ByteArrayInputStream("a,b\n1,\"".getBytes(StandardCharsets.UTF_8));
            return new java.io.SequenceInputStream(head, new Endless());
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
