package org.trialseal.core.prove;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A private folder beside the package that is being made, for what is too large for memory; gone at the end. */
final class Staging implements Closeable {
    private final Path folder;
    private int files;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging create(Path parent) throws IOException {
        return new Staging(Files.createTempDirectory(parent, ".trialseal-proof-"));
    }

    Path folder() {
        return folder;
    }

    Path newFile() throws IOException {
        return folder.resolve("part-" + files++ + ".tmp");
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
