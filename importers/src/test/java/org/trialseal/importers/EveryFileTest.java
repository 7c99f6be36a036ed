package org.trialseal.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.define.DefineFile;
import org.trialseal.importers.testing.SampleData;

/**
 * Every sample file of the formats that are read is imported, or refused for the right reason: {@code every-file.tsv} says
 * of each file its importer, and how many tables and records it has, or why it is refused.
 */
final class EveryFileTest {
    private static final String TABLE = "every-file.tsv";
    private static final String[] ENDINGS = {".xpt", ".json", ".ndjson", ".dsjc", ".xml", ".csv", ".tsv", ".txt"};
    private static final List<String> FOLDERS =
            List.of("sdtm-xpt", "adam-xpt", "xpt-conformance", "dataset-json", "odm", "redcap", "csv");

    @TestFactory
    List<DynamicTest> file_ofAKnownFormat_importsOrIsRefusedForTheRightReason() throws IOException {
        Map<String, String> table = table();
        Map<String, Path> files = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path path : SampleData.files(folder, ENDINGS)) {
                files.put(SampleData.path("").relativize(path).toString().replace('\\', '/'), path);
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        files.forEach((name, path) -> tests.add(DynamicTest.dynamicTest(
                name, () -> assertThat(name + "\t" + outcome(path)).isEqualTo(name + "\t" + table.get(name)))));
        tests.add(DynamicTest.dynamicTest(
                "no other file stands in the table",
                () -> assertThat(files).containsKeys(table.keySet().toArray(String[]::new))));
        return tests;
    }

    private static String outcome(Path path) throws IOException {
        PathFile file = PathFile.of(path);
        if (DefineFile.isOne(file)) {
            return "define-xml";
        }
        Optional<Importer> importer = Formats.installed().recognise(file);
        if (importer.isEmpty()) {
            return "document";
        }
        try {
            FilePlan plan = importer.get().plan(file, Map.of(), Optional.empty(), List.of());
            long planned =
                    plan.datasets().stream().mapToLong(DatasetPlan::records).sum();
            assertThat(read(importer.get(), file, plan)).isEqualTo(planned);
            return importer.get().id() + "\t" + plan.datasets().size() + "\t" + planned;
        } catch (MalformedException e) {
            return "refused\t" + e.reason();
        }
    }

    private static long read(Importer importer, PathFile file, FilePlan plan) throws IOException, MalformedException {
        long records = 0;
        if (plan.datasets().isEmpty()) {
            return records;
        }
        try (TableReader reader = importer.open(file, plan.datasets().get(0).settings())) {
            while (reader.nextTable().isPresent()) {
                for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
                    records += piece.get().decode().rows();
                }
            }
        }
        return records;
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(EveryFileTest.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            table.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
        }
        return table;
    }
}
