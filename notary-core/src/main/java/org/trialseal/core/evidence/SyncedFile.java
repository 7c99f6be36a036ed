package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A new file, written from its beginning to its end, most of which reaches the disk while it is being written, so that
 * forcing the rest there takes little time. Whoever needs it on the disk must force it in the end all the same.
 */
final class SyncedFile implements Closeable {
    private static final long STEP = 1 << 24;

    private final FileChannel channel;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<?> syncing;
    private long unsynced;

    SyncedFile(Path path) throws IOException {
        channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        syncing = thread.submit(() -> {});
    }

    /**
     * Appends some bytes.
     *
     * @param lasting whether the file is to stay as it is, as far as is known
     */
    void write(byte[] bytes, int length, boolean lasting) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        unsynced += length;
        if (lasting && unsynced >= STEP && syncing.isDone()) {
            join();
            unsynced = 0;
            syncing = thread.submit(() -> {
                channel.force(false);
                return true;
            });
        }
    }

    private void join() throws IOException {
        try {
            syncing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ParallelWork.stopped(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Waits for what has begun; a failure to reach the disk is thrown here at the latest. */
    @Override
    public void close() throws IOException {
        try (channel) {
            thread.shutdown();
            join();
        }
    }
}
