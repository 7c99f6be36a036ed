package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that comes to be whole or not at all: filled under a temporary name beside its place, forced to the disk, and
 * renamed. What a crash leaves behind is found and removed by the next attempt.
 */
final class PartialFolder implements Closeable {
    private final Path target;
    private final Path partial;
    private final FolderLock lock;
    private boolean finished;

    private PartialFolder(Path target, Path partial, FolderLock lock) {
        this.target = target;
        this.partial = partial;
        this.lock = lock;
    }

    static PartialFolder create(Path target) throws IOException {
        Path parent = DurableFiles.parentOf(target);
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, prefix(target));
        try {
            return new PartialFolder(target, partial, FolderLock.acquire(partial));
        } catch (IOException e) {
            DurableFiles.deleteFolder(partial);
            throw e;
        }
    }

    /** Removes what interrupted attempts left beside {@code target}; returns the removed names. */
    static List<String> removeLeftovers(Path target) throws IOException {
        List<String> removed = new ArrayList<>();
        Path parent = DurableFiles.parentOf(target);
        if (!Files.isDirectory(parent)) {
            return removed;
        }
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                if (sibling.getFileName().toString().startsWith(prefix(target)) && remove(sibling)) {
                    removed.add(sibling.getFileName().toString());
                }
            }
        }
        return removed;
    }

    private static boolean remove(Path leftover) throws IOException {
        Optional<FolderLock> lock = FolderLock.tryAcquire(leftover);
        if (lock.isEmpty()) {
            return false;
        }
        lock.get().close();
        DurableFiles.deleteFolder(leftover);
        return true;
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".partial-";
    }

    /** Where to write. */
    Path path() {
        return partial;
    }

    /** Forces everything to the disk. */
    void sync() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(partial)) {
            all = walk.toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path)) {
                DurableFiles.syncFolder(path);
            } else {
                DurableFiles.sync(path);
            }
        }
    }

    /** Gives the folder its name. */
    void finish() throws IOException {
        lock.close();
        Files.delete(partial.resolve("lock"));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        DurableFiles.syncFolder(DurableFiles.parentOf(target));
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            lock.close();
            DurableFiles.deleteFolder(partial);
        }
    }
}
