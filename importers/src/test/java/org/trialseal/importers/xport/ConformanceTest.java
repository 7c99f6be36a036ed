package org.trialseal.importers.xport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** Good, truncated and malformed files, written by SAS and by hand: {@code conformance.tsv} says what becomes of each. */
final class ConformanceTest {
    private static final String FOLDER = "xpt-conformance";
    private static final String REFUSED = "refused";

    private static List<String[]> table() throws IOException {
        try (InputStream input = Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("conformance.tsv"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> plan_file_isReadOrRefusedWithTheReason() throws IOException {
        return table().stream().map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)));
    }

    private static void check(String[] row) throws Exception {
        MemoryFile file = MemoryFile.copyOf(SampleData.path(FOLDER + "/" + row[0] + ".xpt"));
        assertThat(new XportImporter().recognises(file.name(), file.bytes())).isGreaterThanOrEqualTo(90);
        if (row[1].equals(REFUSED)) {
            long offset = row[2].isEmpty() ? MalformedException.NO_OFFSET : Long.parseLong(row[2]);
            assertThatThrownBy(() -> Transport.plan(file)).isInstanceOfSatisfying(MalformedException.class, e -> {
                assertThat(e.source()).isEqualTo(file.name());
                assertThat(e.reason()).isEqualTo(row[3]);
                assertThat(e.offset()).isEqualTo(offset);
            });
        } else {
            assertThat(words(Transport.plan(file))).isEqualTo(row[1]);
        }
    }

    private static String words(FilePlan plan) {
        return plan.datasets().stream()
                .map(dataset -> dataset.name() + " " + dataset.records() + "x"
                        + dataset.schema().size())
                .collect(Collectors.joining(" "));
    }

    @Test
    void table_coversEveryFile() throws IOException {
        List<String> files = SampleData.files(FOLDER, ".xpt").stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();

        assertThat(table().stream().map(row -> row[0] + ".xpt")).hasSameElementsAs(files);
    }
}
