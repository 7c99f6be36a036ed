package org.trialseal.importers.define;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** Every sample of Define-XML, read as another reader reads it. */
final class SecondReaderTest {
    private static final String TABLE = "second-reader.tsv";

    private final Map<String, DefineXml> read = new TreeMap<>();

    private DefineXml define(String file) throws Exception {
        DefineXml define = read.get(file);
        if (define == null) {
            define = DefineFile.read(MemoryFile.copyOf(SampleData.path(file)));
            read.put(file, define);
        }
        return define;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = TABLE, delimiter = '\t', quoteCharacter = '\0')
    void read_sample_saysWhatTheOtherReaderFound(
            String file, String name, String oid, int items, String keys, String label, String href, String digest)
            throws Exception {
        ItemGroup group = define(file).groups().stream()
                .filter(candidate -> candidate.oid().equals(oid))
                .findFirst()
                .orElseThrow();
        assertThat(group.name()).isEqualTo(name);
        assertThat(group.items()).hasSize(items);
        assertThat(group.keys().stream().map(Item::name).collect(Collectors.joining(" ")))
                .isEqualTo(keys);
        assertThat(group.about().label()).contains(label);
        assertThat(group.about().href().orElse("-")).isEqualTo(href);
        assertThat(Sha256.of(variables(group).getBytes(StandardCharsets.UTF_8)).hex())
                .as("variables:%n%s", variables(group))
                .isEqualTo(digest);
        assertThat(group.problems()).isEmpty();
    }

    private static String variables(ItemGroup group) {
        StringBuilder lines = new StringBuilder();
        for (Item item : group.items()) {
            lines.append(item.name());
            for (String fact : new String[] {
                Item.LABEL,
                Item.DATA_TYPE,
                Item.LENGTH,
                Item.SIGNIFICANT_DIGITS,
                Item.DISPLAY_FORMAT,
                Item.CODE_LIST,
                Item.MANDATORY
            }) {
                lines.append('|').append(item.facts().getOrDefault(fact, ""));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    @Test
    void samples_all_standInTheTable() throws Exception {
        Map<String, Long> rows = rows();
        for (var path : SampleData.files("", ".xml")) {
            MemoryFile file = MemoryFile.copyOf(path);
            boolean named = path.getFileName().toString().startsWith("define");
            assertThat(DefineFile.isOne(file)).as("%s", path).isEqualTo(named);
            if (named) {
                String name = SampleData.path("").relativize(path).toString().replace('\\', '/');
                DefineXml define = DefineFile.read(file);
                assertThat((long) define.datasets()).as(name).isEqualTo(rows.get(name));
                assertThat(define.version()).startsWith("2.");
                assertThat(define.digest()).isEqualTo(Sha256.of(file.bytes()));
                assertThat(define.problems()).isEmpty();
            }
        }
    }

    private static Map<String, Long> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SecondReaderTest.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.groupingBy(
                            line -> line.substring(0, line.indexOf('\t')), Collectors.counting()));
        }
    }
}
