package org.trialseal.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Finds real trial files, which are no part of the project: a folder {@code shared} beside it or one of its ancestors. */
public final class SharedFiles {
    private SharedFiles() {}

    /** All files below {@code shared/data} folders with one of these endings; none, said in a line, when there are none. */
    public static List<Path> below(List<String> folders, List<String> endings) throws IOException {
        @Nullable Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isRegularFile(at.resolve("shared/README.md"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(at != null, "skipped: there is no folder ../shared with real trial files here");
        Path data = java.util.Objects.requireNonNull(at).resolve("shared/data");
        List<Path> found = new java.util.ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .filter(file ->
                                endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
