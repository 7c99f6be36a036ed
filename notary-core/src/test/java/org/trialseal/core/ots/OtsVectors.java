package org.trialseal.core.ots;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conformance vectors beside the project, which need not be there. */
final class OtsVectors {
    private OtsVectors() {}

    /** The folder with the vectors; skips the test when there is none. */
    static Path folder() {
        Path found = find();
        assumeTrue(found != null, "no ../shared/vectors/ots beside the project: conformance vectors not checked");
        return Objects.requireNonNull(found);
    }

    private static @Nullable Path find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/README.md"))) {
                return at.resolve("shared/vectors/ots");
            }
        }
        return null;
    }

    /** All proof files below a folder, sorted. */
    static List<Path> proofs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ots"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All proof files that can be read, with at most {@code maxLength} bytes. */
    static List<Path> readable(int maxLength) {
        return proofs(folder()).stream()
                .filter(file -> bytes(file).length <= maxLength && isReadable(file))
                .toList();
    }

    private static boolean isReadable(Path file) {
        try {
            return DetachedTimestamp.read(file.toString(), bytes(file)) != null;
        } catch (OtsException e) {
            return false;
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DetachedTimestamp read(Path file) throws OtsException {
        return DetachedTimestamp.read(file.getFileName().toString(), bytes(file));
    }
}
