package org.trialseal.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Files that are on the disk when a method returns, whole or not at all. */
public final class DurableFiles {
    /** How the name of a file ends that is not whole yet; it begins with a dot. */
    static final String UNFINISHED = ".new";

    private DurableFiles() {}

    /** Replaces a file atomically by {@code content}. */
    public static void replace(Path path, byte[] content) throws IOException {
        Path temporary = path.resolveSibling("." + path.getFileName() + UNFINISHED);
        try {
            write(temporary, content);
            moveInto(temporary, path);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
    }

    /** Gives a file that is on the disk another name on the same disk, in place of what has it. */
    public static void moveInto(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(parentOf(to));
    }

    /** Deletes what a failure left, as far as possible. */
    static void discard(Path leftover, IOException failure) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Deletes the files in a folder that an interrupted {@link #replace} left; only under the folder's lock. */
    static void removeUnfinished(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    /** Makes a folder and those above it that are missing; their names are on the disk, too. */
    public static void createFolders(Path folder) throws IOException {
        List<Path> made = new ArrayList<>();
        Path missing = folder.toAbsolutePath().normalize();
        while (!Files.exists(missing)) {
            made.add(missing);
            missing = parentOf(missing);
        }
        Files.createDirectories(folder);
        for (Path path : made) {
            syncFolder(parentOf(path));
        }
    }

    /** Writes a new file, or over an old one, and forces it to the disk. */
    static void write(Path path, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The folder in which a file lies. */
    public static Path parentOf(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " is the root of a file system");
        }
        return parent;
    }

    /** Forces a file to the disk. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a folder to the disk, where the platform can. */
    static void syncFolder(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Reads a file of at most {@code limit} bytes.
     *
     * @throws IOException when it is larger, too
     */
    public static byte[] readSmall(Path path, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new IOException(path + " is larger than " + limit + " bytes");
            }
            return content;
        }
    }

    /** Deletes a folder and all in it. */
    static void deleteFolder(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, java.io.@org.jspecify.annotations.Nullable IOException error) throws IOException {
                if (error != null) {
                    throw error;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
