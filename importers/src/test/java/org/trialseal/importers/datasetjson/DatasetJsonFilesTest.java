package org.trialseal.importers.datasetjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** CDISC's own examples: what is read agrees with Jackson's reading, in all three forms of a dataset. */
final class DatasetJsonFilesTest {
    private static final String REFUSED = "extended_dataset.json";

    private static List<Path> datasets() {
        return Stream.of("sdtm", "adam", "i18n", "extensions")
                .flatMap(folder -> SampleData.files("dataset-json/" + folder, ".json", ".ndjson", ".dsjc").stream())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> read_realFile_agreesWithJackson() {
        List<Path> files = datasets();
        assertThat(files).hasSize(72);
        return files.stream()
                .filter(file -> !file.endsWith(REFUSED))
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + "/" + file.getFileName(), () -> check(file)));
    }

    private static void check(Path path) throws Exception {
        MemoryFile file = MemoryFile.copyOf(path);
        List<List<Cell>> rows = Datasets.rows(file, DatasetJsonReader.PIECE);

        assertThat(new DatasetJsonImporter().recognises(file.name(), file.bytes()))
                .isGreaterThanOrEqualTo(90);
        assertThat((long) rows.size())
                .isEqualTo(Datasets.plan(file).datasets().get(0).records());
        assertThat(Datasets.rows(file, 1)).isEqualTo(rows);
        Path whole = path.resolveSibling(path.getFileName().toString().replaceFirst("\\.[a-z]+$", ".json"));
        if (Files.exists(whole)) {
            assertThat(rows).isEqualTo(byJackson(whole));
        }
    }

    private static List<List<Cell>> byJackson(Path path) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(Files.readAllBytes(path))) {
            while (!"rows".equals(parser.currentName()) || parser.currentToken() != JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<Cell> row = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    row.add(cell(parser));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Cell cell(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_STRING:
                return Cell.text(parser.getText());
            case VALUE_NULL:
                return Cell.missing("null");
            default:
                return new Cell(CellType.TOKEN, Bytes.copyOf(parser.getText().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void plan_exampleThatLacksMostOfItsRows_isRefused() {
        MemoryFile file = MemoryFile.copyOf(SampleData.path("dataset-json/extensions/" + REFUSED));

        assertThatThrownBy(() -> Datasets.plan(file))
                .hasMessageContaining("the attribute records says 72 rows, and there are 2");
    }

    @Test
    void recognises_otherJson_doesNot() {
        List<Path> others = Stream.of("fhir", "usdm", "ctgov", "dataset-json/spec", "csv")
                .flatMap(folder -> SampleData.files(folder, ".json", ".ndjson").stream())
                .toList();

        assertThat(others).hasSizeGreaterThan(20);
        assertThat(others)
                .allSatisfy(file -> assertThat(new DatasetJsonImporter()
                                .recognises(
                                        file.getFileName().toString(),
                                        MemoryFile.copyOf(file).bytes()))
                        .isZero());
    }
}
