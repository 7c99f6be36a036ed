package org.trialseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/threat-model.md names tests that exist, and one at least for each threat. */
class ThreatModelTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)\\.([a-zA-Z0-9_]+)`");

    private static final Pattern ANNOTATED = Pattern.compile("@(Test|ParameterizedTest|FuzzTest|ArchTest)\\b");

    private static String threats() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("threat-model.md"), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("## Threats"), page.indexOf("## Not there yet"));
    }

    /** Sources of all tests, by class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("notary-core", "importers", "app")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file, StandardCharsets.UTF_8), String::concat);
                }
            }
        }
        return sources;
    }

    @Test
    void threats_testsNamed_exist() throws Exception {
        Map<String, String> tests = tests();
        Matcher named = NAMED.matcher(threats());
        int count = 0;
        while (named.find()) {
            Pattern declared = Pattern.compile("(void |ArchRule )" + named.group(2) + "\\b");
            String source = tests.getOrDefault(named.group(1), "");
            assertThat(declared.matcher(source).find()
                            && ANNOTATED.matcher(source).find())
                    .as("a test called " + named.group())
                    .isTrue();
            count++;
        }
        assertThat(count).isGreaterThan(80);
    }

    @Test
    void threats_everyRow_namesATest() throws Exception {
        List<String> rows = threats()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat |"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(25)
                .allMatch(row -> NAMED.matcher(row).find());
    }
}
