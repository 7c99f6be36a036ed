package org.trialseal.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.verify.Reason;

/** The committed vectors of docs/vectors get the verdicts beside them, for ever, and show every reason of the specification. */
class VectorsTest {
    private static final Path FOLDER = Path.of("..", "docs", "vectors");
    private static final Path SPECIFICATION = Path.of("..", "docs", "proof-format.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[a-zA-Z:, `]+`) \\| [^|]+ \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();
        }
    }

    private static JsonObject json(String name) throws IOException, MalformedException {
        return Vector.parse(name, Files.readAllBytes(FOLDER.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void vector_verified_givesTheVerdictBesideIt(String name) throws Exception {
        JsonObject json = json(name);
        Vector vector = new Vector(
                name,
                json.string(name, "description"),
                Bytes.copyOf(Files.readAllBytes(FOLDER.resolve(name + ".trialseal"))),
                Conditions.fromJson(json.object(name, "policy")));
        assertThat(vector.description()).endsWith(".");
        assertThat(vector.verdict().canonicalText())
                .isEqualTo(json.object(name, "expected").canonicalText());
    }

    @Test
    void vectors_everyReasonOfTheTableOfChecks_isShown() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (String name : names()) {
            JsonObject expected = json(name).object(name, "expected");
            for (JsonObject check : expected.has("checks") ? expected.objects(name, "checks") : List.<JsonObject>of()) {
                shown.add(check.string(name, "id").replaceAll(":.*", "") + " " + check.string(name, "reason"));
            }
        }
        Set<String> table = table();
        assertThat(table).hasSizeGreaterThan(60);
        assertThat(shown).isEqualTo(table);
    }

    @Test
    void specification_everyReasonOfTheProgram_isInTheTableOfChecks() throws Exception {
        Set<String> reasons = new TreeSet<>();
        table().forEach(row -> reasons.add(row.substring(row.indexOf(' ') + 1)));
        Set<String> known = new TreeSet<>();
        Arrays.stream(Reason.values()).map(Reason::code).forEach(known::add);
        Arrays.stream(Finding.values()).map(Finding::code).forEach(known::add);
        assertThat(reasons).isEqualTo(known);
    }

    /** Pairs of check and reason in the table of checks. */
    private static Set<String> table() throws IOException {
        String text = Files.readString(SPECIFICATION, StandardCharsets.UTF_8);
        String table = text.substring(text.indexOf("| check | required |"), text.indexOf("## Blocks"));
        Set<String> pairs = new TreeSet<>();
        Matcher rows = ROW.matcher(table);
        while (rows.find()) {
            String family = rows.group(1).replace("`", "").replaceAll("[:,].*", "");
            Matcher words = WORD.matcher(rows.group(2) + rows.group(3) + rows.group(4));
            while (words.find()) {
                pairs.add(family + " " + words.group(1));
            }
        }
        return pairs;
    }
}
