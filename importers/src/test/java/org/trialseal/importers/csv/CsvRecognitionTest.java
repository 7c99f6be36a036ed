package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.record.Importer;
import org.trialseal.importers.Formats;

/** Which files are taken for delimited text. */
final class CsvRecognitionTest {
    static Stream<Arguments> files() {
        String table = "a\tb\n1\t2\n";
        return Stream.of(
                arguments("t.csv", "a,b\n1,2\n", true),
                arguments("T.CSV", "a,b\n1,2\n", true),
                arguments("t.csv", "", true),
                arguments("t.csv", "ragged,\n1,2,3\n", true),
                arguments("t.csv", "a,b\n1,\0\n" + "1,2\n".repeat(100), true),
                arguments("t.tsv", table, true),
                arguments("t.tab", table, true),
                arguments("t.psv", "a|b\n", true),
                arguments("t.txt", table, true),
                arguments("t.dat", "a|b\n1|2\n", true),
                arguments("t.txt", "a,b,c\n1,2,3\n", true),
                arguments("t.txt", "Dear all,\nregards,\n", false),
                arguments("t.txt", "The trial began in May.\n", false),
                arguments("t.txt", "a\tb\n1\n", false),
                arguments("t.txt", "", false),
                arguments("t.dat", "\0\u0001\u0002\u0003\t\n\0\t", false),
                arguments("t.csv", "PK\u0003\u0004abc", false),
                arguments("t.csv", "%PDF-1.7\n", false),
                arguments("t.csv", "\u001F\u008B\u0008", false),
                arguments("t.csv", "\u00D0\u00CF\u0011\u00E0", false),
                arguments("t.csv", "a\0\0\u0001\u0002b\0\0\0", false),
                arguments("t.json", table, false),
                arguments("t.xml", table, false),
                arguments("t.pdf", table, false),
                arguments("t.docx", table, false),
                arguments("t.md", table, false),
                arguments("csv", table, false),
                arguments("t.csv.gz", table, false));
    }

    @ParameterizedTest
    @MethodSource("files")
    void recognises_file_byNameAndContent(String name, String head, boolean expected) {
        int score = new CsvImporter().recognises(name, head.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(score >= Formats.THRESHOLD).isEqualTo(expected);
        assertThat(score).isBetween(0, 100);
    }

    @Test
    void recognises_longUnicodeText_whereverTheHeadIsCut() {
        String text = "n\u00E4me\tx\n" + "\uD83E\uDDEA\u3042\u00E9\t1\n".repeat(20_000);
        for (String encoding : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
            byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(encoding));
            for (int cut = 0; cut < 16; cut++) {
                byte[] head = java.util.Arrays.copyOf(bytes, Importer.HEAD_BYTES - cut);
                assertThat(new CsvImporter().recognises("t.txt", head))
                        .as("%s, %d bytes less", encoding, cut)
                        .isEqualTo(60);
            }
        }
    }
}
