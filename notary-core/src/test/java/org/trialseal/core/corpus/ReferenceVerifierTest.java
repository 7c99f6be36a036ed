package org.trialseal.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;

/**
 * docs/reference/verify.py, written from the specification alone, gives the same verdict as this program on every vector
 * and on the whole corpus, check by check. Needs {@code python3}; without it the tests are skipped, unless {@code
 * -Dtrialseal.python=required} says that this must not be.
 */
class ReferenceVerifierTest {
    private static final String QUOTES = "\"\"\"";
    private static final Path SCRIPT = Path.of("..", "docs", "reference", "verify.py");
    /** Of Python: lines that are not blank and no comment or description. */
    private static final int MOST_LINES = 600;

    /** Of the standard library. */
    private static final Set<String> MODULES = Set.of(
            "bisect",
            "calendar",
            "datetime",
            "hashlib",
            "hmac",
            "itertools",
            "json",
            "mmap",
            "os",
            "pathlib",
            "re",
            "struct",
            "sys",
            "types",
            "zlib");

    private static final long PATIENCE_MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    void verifyPy_committedVectors_givesTheirVerdicts() throws Exception {
        Path vectors = Path.of("..", "docs", "vectors");
        TreeMap<String, String> expected = new TreeMap<>();
        for (String name : VectorsTest.names()) {
            JsonObject json = Vector.parse(name, Files.readAllBytes(vectors.resolve(name + ".json")));
            expected.put(name, named(name, json.object(name, "expected")));
        }
        assertThat(run(vectors)).containsExactlyElementsOf(expected.values());
    }

    @Test
    void verifyPy_corpus_givesTheVerdictsOfThisProgram() throws Exception {
        TreeMap<String, String> expected = new TreeMap<>();
        for (Vector vector : Corpus.all()) {
            Files.write(
                    folder.resolve(vector.name() + ".trialseal"),
                    vector.archive().toArray());
            JsonObject verdict = vector.verdict();
            Files.writeString(folder.resolve(vector.name() + ".json"), vector.json(verdict));
            expected.put(vector.name(), named(vector.name(), verdict));
        }
        assertThat(expected).hasSizeGreaterThan(1000);
        List<String> given = run(folder);
        List<String> differences = new ArrayList<>(given);
        differences.removeAll(expected.values());
        assertThat(differences).as("what verify.py says otherwise").isEmpty();
        assertThat(given).containsExactlyElementsOf(expected.values());
    }

    @Test
    void verifyPy_sources_areShortAndNeedTheStandardLibraryOnly() throws Exception {
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source, StandardCharsets.UTF_8);
            assertThat(code(lines)).as(source.toString()).isBetween(MOST_LINES / 2, MOST_LINES);
            assertThat(lines).allMatch(line -> line.length() <= 120);
            assertThat(lines)
                    .filteredOn(line -> line.strip().matches("(import|from) .*"))
                    .as(source.toString())
                    .isNotEmpty()
                    .allMatch(line -> MODULES.containsAll(modules(line.strip())));
        }
    }

    private static int code(List<String> lines) {
        int count = 0;
        boolean isDescription = false;
        for (String line : lines) {
            String text = line.strip();
            boolean begins = !isDescription && text.startsWith(QUOTES);
            boolean ends = text.endsWith(QUOTES) && (isDescription || text.length() > QUOTES.length());
            if (!isDescription && !begins && !text.isEmpty() && !text.startsWith("#")) {
                count++;
            }
            isDescription = (isDescription || begins) && !ends;
        }
        return count;
    }

    private static List<String> modules(String statement) {
        return List.of(statement
                .replaceFirst("^(import|from) ", "")
                .replaceFirst(" import .*", "")
                .split(", *"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPT.getParent())) {
            return files.filter(file -> file.toString().endsWith(".py")).toList();
        }
    }

    private static String named(String name, JsonObject verdict) {
        TreeMap<String, JsonValue> members = new TreeMap<>(verdict.members());
        members.put("name", new JsonString(name));
        return new JsonObject(members).canonicalText();
    }

    /** The lines that it prints, in the order of names. */
    private List<String> run(Path vectors) throws IOException, InterruptedException {
        requirePython();
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Process process = new ProcessBuilder("python3", "-B", SCRIPT.toString(), "--vectors", vectors.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("it ends")
                .isTrue();
        assertThat(process.exitValue()).as("exit code").isZero();
        List<String> lines = new ArrayList<>(Files.readAllLines(out, StandardCharsets.UTF_8));
        Files.delete(out);
        lines.sort(Comparator.comparing(ReferenceVerifierTest::name));
        return lines;
    }

    private static String name(String line) {
        return line.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
    }

    private static void requirePython() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        if ("required".equals(System.getProperty("trialseal.python"))) {
            assertThat(there).as("python3, at least 3.9, is on the path").isTrue();
        }
        Assumptions.assumeTrue(there, "skipped: no python3 here, so the second verifier was not run");
    }
}
