package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** Every delimited file of the sample data: its plan by a table, its cells by the slow tokenizer and Commons CSV. */
final class CsvSampleDataTest {
    private static final String TABLE = "/org/trialseal/importers/csv/sample-data.psv";

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', numLinesToSkip = 1)
    void plan_sampleFile_isAsListed(
            String path, String encoding, String delimiter, long records, int columns, String subject, String keys)
            throws Exception {
        DatasetPlan dataset =
                Tables.plan(MemoryFile.copyOf(SampleData.path(path))).datasets().get(0);
        ImportSettings settings = dataset.settings();

        assertThat(settings.options())
                .containsEntry("encoding", encoding)
                .containsEntry("delimiter", delimiter)
                .containsEntry("quote", "\"");
        assertThat(dataset.records()).isEqualTo(records);
        assertThat(dataset.schema().size()).isEqualTo(columns);
        assertThat(dataset.subject().orElse("none")).isEqualTo(subject);
        assertThat(String.join(",", settings.keys())).isEqualTo(keys == null ? "" : keys);
    }

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', numLinesToSkip = 1)
    void open_sampleFile_agreesWithSlowTokenizerAndCommonsCsvInPiecesOfAnySize(String path, String encoding)
            throws Exception {
        MemoryFile file = MemoryFile.copyOf(SampleData.path(path));
        ImportSettings settings = Tables.settings(Tables.plan(file));
        CsvDialect dialect = CsvDialect.ofOptions(path, settings.options());
        List<List<Cell>> expected = SlowTokenizer.cells(text(file, encoding), dialect);

        for (int piece : new int[] {1, 7, 4099, CsvTableReader.PIECE}) {
            assertThat(Tables.cells(file, settings, piece))
                    .as("pieces of %d bytes", piece)
                    .isEqualTo(expected);
        }
        assertThat(Tables.cellsByReference(file, settings)).isEqualTo(expected);
    }

    private static String text(MemoryFile file, String encoding) {
        String text = new String(file.bytes(), Charset.forName(encoding));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Test
    void table_listsEveryDelimitedSampleFile() throws Exception {
        int files = SampleData.files("csv", ".csv", ".tsv", ".txt").size()
                + SampleData.files("redcap", ".csv", ".tsv", ".txt").size();
        String table = new String(getClass().getResourceAsStream(TABLE).readAllBytes(), Charset.forName("UTF-8"));

        assertThat(table.lines().skip(1)).hasSize(files);
    }

    @Test
    void open_sameTableInFourDialects_givesSameCells() throws Exception {
        List<List<Cell>> plain = cells("utf8.csv");

        assertThat(plain).hasSize(200);
        for (String same : List.of("utf8-bom.csv", "tab.tsv", "excel-unicode-utf16le.txt")) {
            assertThat(cells(same)).as(same).isEqualTo(plain);
        }
    }

    @Test
    void open_sameTableWithDecimalComma_differsInDecimalsOnly() throws Exception {
        List<List<Cell>> points = cells("utf8.csv");
        List<List<Cell>> commas = cells("semicolon-decimalcomma-cp1252.csv");
        int different = 0;
        for (int row = 0; row < points.size(); row++) {
            for (int column = 0; column < points.get(row).size(); column++) {
                Cell point = points.get(row).get(column);
                Cell comma = commas.get(row).get(column);
                if (!point.equals(comma)) {
                    assertThat(point.display()).matches("\\d+\\.\\d+");
                    assertThat(comma).isEqualTo(Cell.text(point.display().replace('.', ',')));
                    different++;
                }
            }
        }
        assertThat(different).isPositive();
    }

    private static List<List<Cell>> cells(String name) throws Exception {
        return Tables.cells(MemoryFile.copyOf(SampleData.path("csv/dialects-derived/" + name)));
    }
}
