package org.trialseal.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file on disk. Remembers what it looked like when it was first met, so that a later change can be noticed. */
public final class PathFile implements DataFile {
    private final Path path;
    private final State first;

    private PathFile(Path path, State first) {
        this.path = path;
        this.first = first;
    }

    private record State(
            long size, FileTime modified, @Nullable Object key) {
        static State of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /** Meets a file. */
    public static PathFile of(Path path) throws IOException {
        return new PathFile(path, State.of(path));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether size, time of change or identity differ from those when the file was first met. */
    public boolean hasChanged() throws IOException {
        return !State.of(path).equals(first);
    }

    @Override
    public String name() {
        return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }

    @Override
    public long size() {
        return first.size();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
