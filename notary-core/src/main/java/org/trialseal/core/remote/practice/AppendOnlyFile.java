package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that only grows by whole records, written by several processes in turn. What stands behind the last whole
 * record is the remainder of an append that never ended, and is dropped before the next one. To be used under a
 * {@link FolderLock}. Not a channel, for a channel is closed when the thread that uses it is interrupted.
 */
final class AppendOnlyFile implements AutoCloseable {
    private static final long MAX_LENGTH = 64L << 20;

    private final String name;
    private final RandomAccessFile file;
    private long known;

    AppendOnlyFile(Path path) throws IOException {
        name = String.valueOf(path.getFileName());
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** What was appended behind the last record that was accepted, the remainder of a broken append included. */
    byte[] unread() throws IOException {
        long length = file.length();
        if (length < known || length > MAX_LENGTH) {
            throw new IOException("the practice network's file " + name + " was changed by something else");
        }
        byte[] unread = new byte[(int) (length - known)];
        file.seek(known);
        file.readFully(unread);
        return unread;
    }

    /** Accepts the next {@code length} bytes of what is unread as whole records. */
    void accept(int length) {
        known += length;
    }

    /** Appends whole records; when this returns they are on the disk. Everything before must have been accepted. */
    void append(byte[] records) throws IOException {
        if (known + records.length > MAX_LENGTH) {
            throw new IOException("the practice network's file " + name + " is full");
        }
        if (file.length() > known) {
            file.setLength(known);
        }
        file.seek(known);
        file.write(records);
        file.getFD().sync();
        known += records.length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
