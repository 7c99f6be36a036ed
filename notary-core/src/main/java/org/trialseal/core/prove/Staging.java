package org.trialseal.core.prove;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.evidence.FolderLock;

/**
 * A private folder beside the package that is being made, for what is too large for memory; gone at the end. What a crash
 * left behind may hold values that were to stay hidden, so the next package made there removes it.
 */
final class Staging implements Closeable {
    private static final String PREFIX = ".trialseal-proof-";

    private final Path folder;
    private final FolderLock lock;
    private int files;

    private Staging(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Staging create(Path parent) throws IOException {
        for (Path leftover : list(parent, PREFIX + "*")) {
            Optional<FolderLock> free = FolderLock.tryAcquire(leftover);
            if (free.isPresent()) {
                free.get().close();
                delete(leftover);
            }
        }
        Path folder = Files.createTempDirectory(parent, PREFIX);
        return new Staging(folder, FolderLock.acquire(folder));
    }

    private static List<Path> list(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(found::add);
        }
        return found;
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : list(folder, "*")) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    Path folder() {
        return folder;
    }

    Path newFile() {
        return folder.resolve("part-" + files++ + ".tmp");
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }
}
