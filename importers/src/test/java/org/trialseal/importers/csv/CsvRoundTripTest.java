package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;

/** Random tables, written in random dialects, are read back exactly, whatever the pieces. */
final class CsvRoundTripTest {
    private static final long SEED = 20_260_314;
    private static final int TABLES = 800;
    private static final char[] DELIMITERS = {',', ';', '\t', '|', '^', '~', ' ', ':'};

    @Test
    void open_randomTables_giveTheirCells() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < TABLES; i++) {
            CsvDialect dialect = dialect(random);
            RandomTable table = new RandomTable(random, dialect);
            String text = table.text();
            MemoryFile file = MemoryFile.of("t.csv", encoded(random, dialect, text));
            ImportSettings settings = Tables.settings(dialect);
            String where = "seed " + SEED + ", table " + i + ", " + dialect;

            assertThat(SlowTokenizer.cells(text, dialect)).as(where).isEqualTo(table.cells());
            assertThat(Tables.cellsByReference(file, settings)).as(where).isEqualTo(table.cells());
            for (int piece : new int[] {1, 7, 1 + random.nextInt(300), CsvTableReader.PIECE}) {
                assertThat(Tables.cells(file, settings, piece))
                        .as("%s, pieces of %d bytes", where, piece)
                        .isEqualTo(table.cells());
            }
        }
    }

    private static CsvDialect dialect(Random random) {
        List<TextEncoding> encodings = List.of(TextEncoding.values());
        List<Optional<Character>> quotes = List.of(Optional.of('"'), Optional.of('\''), Optional.empty());
        return new CsvDialect(
                DELIMITERS[random.nextInt(DELIMITERS.length)],
                quotes.get(random.nextInt(quotes.size())),
                encodings.get(random.nextInt(encodings.size())));
    }

    private static byte[] encoded(Random random, CsvDialect dialect, String text) {
        boolean mark = random.nextBoolean() && dialect.encoding() != TextEncoding.WINDOWS_1252;
        return ((mark ? "\uFEFF" : "") + text)
                .getBytes(Charset.forName(dialect.encoding().label()));
    }

    @ParameterizedTest
    @CsvSource({"tr-TR,Asia/Kathmandu", "de-DE,Pacific/Apia", "ar,America/St_Johns", "th-TH-u-nu-thai,Etc/GMT+12"})
    void planAndOpen_anyLocaleAndTimeZone_giveTheSame(String locale, String zone) throws Exception {
        MemoryFile file = MemoryFile.of(
                "TITLE.CSV", "STUDYID;USUBJID;VISITNUM;LBTESTCD;Iıİi\n1;a;1;ALT;1,5\n1;a;2;ALT;\"x\n\"\n1;b;1;ALT;3\n");
        Locale oldLocale = Locale.getDefault();
        TimeZone oldZone = TimeZone.getDefault();
        Object plan = Tables.plan(file);
        List<List<Cell>> cells = Tables.cells(file);
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(Tables.plan(file)).isEqualTo(plan);
            assertThat(Tables.cells(file)).isEqualTo(cells);
            assertThat(new CsvImporter().recognises("TITLE.CSV", file.bytes())).isEqualTo(90);
        } finally {
            Locale.setDefault(oldLocale);
            TimeZone.setDefault(oldZone);
        }
    }
}
