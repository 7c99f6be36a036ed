package org.trialseal.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Finds real trial files, which are no part of the project: a folder {@code shared} beside it or one of its ancestors. */
public final class SharedFiles {
    private SharedFiles() {}

    /** All files below {@code shared/data} folders with one of these endings; none, said in a line, when there are none. */
    public static List<Path> below(List<String> folders, List<String> endings) throws IOException {
        Path data = require("data");
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            found.addAll(find(data.resolve(folder), endings));
        }
        return found;
    }

    /** All OpenTimestamps proofs among the shared vectors, good and bad; none, said in a line, when there are none. */
    public static List<Path> timestamps() throws IOException {
        return find(require("vectors/ots"), List.of(".ots"));
    }

    /** One file below {@code data}. */
    public static Path data(String path) {
        return require("data/" + path);
    }

    private static Path require(String path) {
        @Nullable Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isRegularFile(at.resolve("shared/README.md"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(at != null, "skipped: there is no folder ../shared with real trial files here");
        return Objects.requireNonNull(at).resolve("shared").resolve(path);
    }

    private static List<Path> find(Path folder, List<String> endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
