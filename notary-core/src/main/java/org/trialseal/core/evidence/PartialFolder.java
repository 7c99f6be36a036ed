package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that comes to be whole or not at all: filled under a temporary name beside its place, forced to the disk, and
 * renamed. A lock file beside it, held from before the folder is there until after it has its name, tells work in progress
 * from what a crash left behind, which the next attempt removes.
 */
final class PartialFolder implements Closeable {
    private static final String LOCK = ".lock";

    private final Path target;
    private final Path partial;
    private final Path lockFile;
    private final FolderLock lock;
    private boolean finished;

    private PartialFolder(Path target, Path partial, Path lockFile, FolderLock lock) {
        this.target = target;
        this.partial = partial;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static PartialFolder create(Path target) throws IOException {
        Path parent = DurableFiles.parentOf(target);
        DurableFiles.createFolders(parent);
        Path lockFile = Files.createTempFile(parent, prefix(target), LOCK);
        Path partial = folderOf(lockFile);
        FolderLock lock = lock(lockFile);
        PartialFolder folder = new PartialFolder(target, partial, lockFile, lock);
        try {
            Files.createDirectory(partial, ownerOnly(parent));
            DurableFiles.syncFolder(parent);
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static FolderLock lock(Path lockFile) throws IOException {
        try {
            return FolderLock.tryAcquireFile(lockFile)
                    .orElseThrow(() -> new FolderInUseException(lockFile + " is held by another program"));
        } catch (IOException e) {
            DurableFiles.discard(lockFile, e);
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path parent) throws IOException {
        boolean posix = Files.getFileStore(parent).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** What goes with a folder that an interrupted attempt left, and has to be removed before it. */
    @FunctionalInterface
    interface Belongings {
        void removeBefore(Path leftover) throws IOException;
    }

    /** Removes what interrupted attempts left beside {@code target}; returns the names of removed folders. */
    static List<String> removeLeftovers(Path target, Belongings belongings) throws IOException {
        List<String> removed = new ArrayList<>();
        Path parent = DurableFiles.parentOf(target);
        if (!Files.isDirectory(parent)) {
            return removed;
        }
        for (Path lockFile : lockFiles(parent, prefix(target))) {
            Path leftover = folderOf(lockFile);
            if (remove(lockFile, leftover, belongings)) {
                removed.add(leftover.getFileName().toString());
            }
        }
        return removed;
    }

    private static Path folderOf(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static List<Path> lockFiles(Path parent, String prefix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                String name = sibling.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(LOCK)) {
                    found.add(sibling);
                }
            }
        }
        return found;
    }

    /** Removes a leftover unless somebody is working on it; returns whether a folder was removed. */
    private static boolean remove(Path lockFile, Path leftover, Belongings belongings) throws IOException {
        Optional<FolderLock> lock;
        try {
            lock = FolderLock.tryAcquireFile(lockFile);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (lock.isEmpty()) {
            return false;
        }
        boolean there = Files.exists(leftover);
        try (FolderLock held = lock.get()) {
            if (there) {
                belongings.removeBefore(leftover);
                DurableFiles.deleteFolder(leftover);
            }
        }
        Files.deleteIfExists(lockFile);
        return there;
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

    /**
     * Gives the folder its name.
     *
     * @throws FileAlreadyExistsException when somebody else has taken it meanwhile
     */
    void finish() throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    ? new FileAlreadyExistsException(target.toString())
                    : e;
        }
        finished = true;
        DurableFiles.syncFolder(DurableFiles.parentOf(target));
    }

    @Override
    public void close() throws IOException {
        try {
            if (!finished && Files.exists(partial)) {
                DurableFiles.deleteFolder(partial);
            }
        } finally {
            lock.close();
            Files.deleteIfExists(lockFile);
        }
    }
}
