package org.trialseal.importers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Sample trial data in a folder {@code shared} beside the project; tests that need it are skipped without it. */
public final class SampleData {
    /** System property that names the folder. */
    public static final String PROPERTY = "trialseal.shared";

    private SampleData() {}

    /** A file or folder below {@code shared/data}. */
    public static Path path(String name) {
        return shared().resolve("data").resolve(name);
    }

    private static Path shared() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/README.md"))) {
                return folder.resolve("shared");
            }
        }
        return Assumptions.abort("skipped: no ../shared here; -D" + PROPERTY + " names its folder");
    }

    /** All files below a folder of {@code shared/data} whose names end in one of these, in order. */
    public static List<Path> files(String folder, String... endings) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
