package org.trialseal.core.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the shared test data and vectors, which are no part of the project: the folder that the system property {@code
 * trialseal.shared} names, else the first folder {@code shared} with a {@code README.md} beside the working directory or
 * one of its ancestors.
 */
public final class Shared {
    /** System property that names the folder. */
    public static final String PROPERTY = "trialseal.shared";

    private Shared() {}

    /** The folder, or empty when it is not there. */
    public static Optional<Path> find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Shared::isShared);
        }
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (isShared(shared)) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }

    /** The file or folder {@code path} in it; the calling test is skipped, and says so, when it is not there. */
    public static Path require(String path) {
        Optional<Path> found = find().map(shared -> shared.resolve(path)).filter(Files::exists);
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "skipped: no ../shared/" + path + " here; -D" + PROPERTY + " names its folder");
        return found.orElseThrow();
    }

    private static boolean isShared(Path folder) {
        return Files.isRegularFile(folder.resolve("README.md"));
    }
}
