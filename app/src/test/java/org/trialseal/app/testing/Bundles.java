package org.trialseal.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Bundles of words as they lie beside the classes, and the sources that use them. */
public final class Bundles {
    private static final Path SOURCES = Path.of("src/main/java/org/trialseal/app");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    private Bundles() {}

    /**
     * The words of a package.
     *
     * @param folder below the program's own package, such as ui/seal
     * @param suffix of the language; empty for English
     */
    public static Properties read(String folder, String suffix) throws IOException {
        String name = "/org/trialseal/app/" + folder + "/words" + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Bundles.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        }
        return properties;
    }

    /** All sources of some packages in one text. */
    public static String sources(List<String> folders) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    /** Fails unless both languages have the same keys, which begin with {@code prefix}, and the same places in each. */
    public static void assertAlike(String folder, String prefix) throws IOException {
        Properties english = read(folder, "");
        Properties german = read(folder, "_de");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(key).startsWith(prefix);
        }
    }

    /**
     * Fails unless something uses each word.
     *
     * @param endings of keys that are used without them, as alternatives of a pattern
     * @param families beginnings of keys that are put together
     */
    public static void assertUsed(String folder, String sources, String endings, Set<String> families)
            throws IOException {
        for (String key : read(folder, "").stringPropertyNames()) {
            String stem = key.replaceFirst("\\.(" + endings + ")$", "");
            assertThat(sources.contains('"' + key + '"')
                            || sources.contains('"' + stem + '"')
                            || families.stream().anyMatch(key::startsWith))
                    .as("something uses " + key)
                    .isTrue();
        }
    }

    /** The places for values in a text, such as {0}. */
    public static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
