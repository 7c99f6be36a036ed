package org.trialseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.ComparisonOptions;
import org.trialseal.core.compare.LaterFile;
import org.trialseal.core.compare.ValuesComparison;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.importers.Formats;

/** Datasets that exist as XPT and as Dataset-JSON: no false difference by values, and no changed cell missed. */
class ValuesOnRealFilesTest {
    private static final long SEED = 15;
    private static final int EDITS = Integer.getInteger("trialseal.edits", 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private final SecureRandom random = new SecureRandom();
    private final Formats formats = Formats.installed();

    @TestFactory
    List<DynamicTest> compare_xptWithJson_findsWhatDiffersAndNothingElse() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path xpt : SharedFiles.below(List.of("dataset-json"), List.of(".xpt"))) {
            Path json = sibling(xpt, ".ndjson");
            if (Files.exists(json)) {
                tests.add(DynamicTest.dynamicTest(json.getFileName().toString(), () -> check(xpt, json)));
            }
        }
        assertThat(tests).hasSize(23);
        return tests;
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.xpt$", ending));
    }

    private void check(Path xpt, Path json) throws Exception {
        try (Sealed fromXpt = new Sealed(xpt)) {
            assertSame(fromXpt.compare(sibling(xpt, ".json")));
            List<String> lines = Files.readAllLines(json);
            Random dice = new Random(SEED);
            for (int edit = 0; edit < EDITS; edit++) {
                int row = 1 + dice.nextInt(lines.size() - 1);
                List<String> values = values(lines.get(row));
                int column = dice.nextInt(values.size());
                assertOneCellNamed(fromXpt, json, lines, row, column);
            }
        }
        try (Sealed fromJson = new Sealed(json)) {
            assertSame(fromJson.compare(xpt));
        }
    }

    private static void assertSame(ArtifactComparison comparison) {
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.state()).as("%s", comparison.notes()).isEqualTo(State.RE_ENCODED);
    }

    private void assertOneCellNamed(Sealed sealed, Path json, List<String> lines, int row, int column)
            throws Exception {
        List<String> values = values(lines.get(row));
        String before = values.get(column);
        values.set(column, changed(before));
        List<String> edited = new ArrayList<>(lines);
        edited.set(row, "[" + String.join(",", values) + "]");
        Path later = Files.createDirectories(temporary.resolve("later")).resolve(json.getFileName());
        Files.write(later, edited);
        ArtifactComparison comparison = sealed.compare(later);
        String what =
                "seed " + SEED + ", row " + row + ", column " + column + ", " + before + " -> " + values.get(column);

        assertThat(comparison.state()).as(what).isEqualTo(State.ALTERED);
        assertThat(comparison.differences()).as(what).hasSize(1);
        assertThat(comparison.differences().get(0).fields()).as(what).hasSize(1);
        assertThat(comparison.differences().get(0).record()).as(what).isEqualTo(OptionalLong.of(row));
    }

    /** Another value of the same kind: one character more, or one more in the last of the digits. */
    private static String changed(String value) {
        if (value.startsWith("\"")) {
            return value.substring(0, value.length() - 1) + "~\"";
        }
        if (value.equals("null")) {
            return "7";
        }
        char last = value.charAt(value.length() - 1);
        return value.length() > 15 || last == '9'
                ? "1" + value.replace("-", "")
                : value.substring(0, value.length() - 1) + (char) (last + 1);
    }

    /** The values of a row as JSON texts. */
    private static List<String> values(String line) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String text = parser.getText();
                boolean quoted = parser.currentToken() == JsonToken.VALUE_STRING;
                values.add(quoted ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text);
            }
        }
        return values;
    }

    /** One sealed file. */
    private final class Sealed implements AutoCloseable, SealedData {
        private final Passphrase passphrase = Passphrase.of("a passphrase".getBytes(StandardCharsets.UTF_8));
        private final PathFile file;
        private final Importer importer;
        private final EvidenceFolder evidence;
        private final StudyStore store;

        Sealed(Path path) throws Exception {
            Path folder = Files.createTempDirectory(temporary, "sealed");
            file = PathFile.of(path);
            importer = formats.recognise(file).orElseThrow();
            SealRequest request = new SealRequest(
                    folder.resolve("seal"),
                    folder.resolve("stores"),
                    Network.BITCOIN,
                    Study.of("S"),
                    "test",
                    "",
                    Optional.empty(),
                    OptionalLong.empty(),
                    List.of(),
                    Optional.empty(),
                    false,
                    List.of(new SealItem.DataItem(file, importer, plan(importer, file))));
            evidence = new Sealing(random, Clock.systemUTC())
                    .seal(request, passphrase, SealProgress.silent())
                    .folder();
            store = StudyStore.open(
                    StudyStore.folderFor(
                            folder.resolve("stores"), evidence.statement().ledger()),
                    passphrase,
                    random);
        }

        private static FilePlan plan(Importer importer, PathFile file) throws Exception {
            return importer.plan(file, Map.of(), Optional.empty(), List.of());
        }

        ArtifactComparison compare(Path later) throws Exception {
            PathFile laterFile = PathFile.of(later);
            Importer other = formats.recognise(laterFile).orElseThrow();
            List<ArtifactComparison> found = new ValuesComparison(
                            ComparisonOptions.standard().withOldData(this), random)
                    .compare(
                            evidence,
                            evidence.unlock(passphrase),
                            store,
                            List.of(new LaterFile.Tables(laterFile, other, plan(other, laterFile))),
                            SealProgress.silent())
                    .artifacts();
            assertThat(found).hasSize(1);
            return found.get(0);
        }

        @Override
        public TableReader open(String source, ImportSettings settings) throws IOException, MalformedException {
            return importer.open(file, settings);
        }

        @Override
        public DataFile document(String name) {
            return file;
        }

        @Override
        public void close() throws IOException {
            store.close();
            passphrase.close();
        }
    }
}
