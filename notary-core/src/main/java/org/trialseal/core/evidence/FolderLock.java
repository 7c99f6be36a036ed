package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Keeps a second program, or a second task of this one, from writing to the same folder. */
public final class FolderLock implements Closeable {
    private static final long PAUSE_MILLIS = 50;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a folder through a file in it; empty when somebody else holds the lock. */
    public static Optional<FolderLock> tryAcquire(Path folder) throws IOException {
        return tryAcquire(
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Locks an existing file; empty when somebody else holds the lock. */
    static Optional<FolderLock> tryAcquireFile(Path file) throws IOException {
        return tryAcquire(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    private static Optional<FolderLock> tryAcquire(FileChannel channel) throws IOException {
        if (lock(channel)) {
            return Optional.of(new FolderLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /** Locks a folder or says that it is in use. */
    public static FolderLock acquire(Path folder) throws IOException {
        return acquire(folder, Duration.ZERO);
    }

    /**
     * Locks a folder, or says that it is in use when whoever writes to it does not end in time.
     *
     * @throws InterruptedIOException when interrupted while waiting; the thread's interrupt status is set
     */
    static FolderLock acquire(Path folder, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<FolderLock> lock = tryAcquire(folder);
        while (lock.isEmpty() && System.nanoTime() < end) {
            pause();
            lock = tryAcquire(folder);
        }
        return lock.orElseThrow(() -> new FolderInUseException(
                folder + " is being written by another program; wait for it to end, then try again"));
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
