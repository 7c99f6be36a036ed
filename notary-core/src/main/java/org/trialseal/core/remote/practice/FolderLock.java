package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.anchor.Deadline;

/** Lets one thread of one process at a time work on a folder, by a lock on a file in it. */
final class FolderLock implements AutoCloseable {
    private static final String IN_USE = "the practice folder is in use by another program";
    private static final String INTERRUPTED = "interrupted while waiting for the practice folder";
    private static final long POLL_MILLIS = 2;

    private final RandomAccessFile file;
    private final ReentrantLock threads = new ReentrantLock();

    FolderLock(Path file) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "rw");
    }

    /**
     * Works while nobody else does.
     *
     * @throws IOException when the work does, or others keep the lock until the deadline
     */
    <T> T holding(Deadline deadline, Work<T> work) throws IOException {
        acquireThread(deadline);
        try (FileLock lock = acquireFile(deadline)) {
            if (!lock.isValid()) {
                throw new IOException("the lock of the practice folder was lost");
            }
            return work.run();
        } finally {
            threads.unlock();
        }
    }

    private void acquireThread(Deadline deadline) throws IOException {
        try {
            if (!threads.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException(IN_USE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(INTERRUPTED, e);
        }
    }

    private FileLock acquireFile(Deadline deadline) throws IOException {
        FileLock lock = tryLock();
        while (lock == null) {
            if (deadline.isOver()) {
                throw new IOException(IN_USE);
            }
            pause();
            lock = tryLock();
        }
        return lock;
    }

    /** Within one process the platform throws instead of answering null. */
    private @Nullable FileLock tryLock() throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(INTERRUPTED, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What is done under the lock. */
    interface Work<T> {
        T run() throws IOException;
    }
}
