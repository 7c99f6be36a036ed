package org.trialseal.importers.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialseal.core.record.DataFile;

/** A file that is held in memory. */
public final class MemoryFile implements DataFile {
    private final String name;
    private final byte[] bytes;

    private MemoryFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A file of these bytes. */
    public static MemoryFile of(String name, byte[] bytes) {
        return new MemoryFile(name, bytes.clone());
    }

    /** A file of this text in UTF-8. */
    public static MemoryFile of(String name, String text) {
        return of(name, text, StandardCharsets.UTF_8);
    }

    /** A file of this text in a charset. */
    public static MemoryFile of(String name, String text, Charset charset) {
        return new MemoryFile(name, text.getBytes(charset));
    }

    /** A copy of a file on disk. */
    public static MemoryFile copyOf(Path path) {
        try {
            return new MemoryFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** A fresh copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
