package org.trialseal.core.anchor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderVerifier;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DurableFiles;
import org.trialseal.core.evidence.FolderLock;

/**
 * Block headers kept in a folder: for each checkpoint from which any are known, a file named by its height, such as
 * {@code 953567.bin}, of the headers right above it, 80 bytes each, one after the other.
 *
 * <p>Whatever is read is checked again from the checkpoint on, and what follows the last header that obeys the rules, such
 * as the remainder of an append that never ended, counts as not there. One program writes at a time; readers need no
 * lock, for a file only grows, or is replaced atomically.
 */
public final class HeaderStore implements KnownHeaders {
    private static final String SUFFIX = ".bin";
    private static final int MAX_FILE = HeaderRun.MAX_HEADERS * BlockHeader.LENGTH;

    private final Path folder;
    private final Checkpoints checkpoints;

    /**
     * The store in a folder, which need not exist.
     *
     * @param checkpoints the chain, and where on it files begin
     */
    public HeaderStore(Path folder, Checkpoints checkpoints) {
        this.folder = folder;
        this.checkpoints = checkpoints;
    }

    /** The chain. */
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** The headers above the newest checkpoint, all linked to it; empty when none are known. */
    public Optional<HeaderRun> top() throws IOException {
        return above(checkpoints.newestHeight());
    }

    @Override
    public Optional<HeaderRun> around(long height) throws IOException {
        if (height > checkpoints.newestHeight()) {
            return top();
        }
        return height < 1 ? Optional.empty() : above(checkpoints.lastBefore(height));
    }

    /**
     * The headers right above a block that is given, up to the next one that is, or to the last one known.
     *
     * @param given height of a checkpoint, or 0
     */
    Optional<HeaderRun> above(long given) throws IOException {
        for (long start : starts().headSet(given, true).descendingSet()) {
            if (start + Files.size(file(start)) / BlockHeader.LENGTH > given) {
                return verified(start)
                        .filter(run -> run.contains(given + 1))
                        .map(run -> run.slice(given + 1, Math.min(run.endHeight(), end(given))));
            }
        }
        return Optional.empty();
    }

    /** One more than the height of the next given block above {@code given}. */
    private long end(long given) {
        return checkpoints.nextFrom(given + 1).orElse(HeaderRun.MAX_HEIGHT) + 1;
    }

    private NavigableSet<Long> starts() throws IOException {
        NavigableSet<Long> starts = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.matches("[0-9]{1,9}\\" + SUFFIX))
                        .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                        .filter(start -> checkpoints.hashAt(start).isPresent())
                        .forEach(starts::add);
            }
        }
        return starts;
    }

    private Path file(long start) {
        return folder.resolve(start + SUFFIX);
    }

    /** The longest beginning of a file that obeys every rule. */
    private Optional<HeaderRun> verified(long start) throws IOException {
        byte[] bytes = DurableFiles.readSmall(file(start), MAX_FILE);
        HeaderVerifier verifier = HeaderVerifier.startingAt(start + 1, checkpoints);
        int length = 0;
        while (length + BlockHeader.LENGTH <= bytes.length
                && verifier.accept(BlockHeader.read(bytes, length)).isEmpty()) {
            length += BlockHeader.LENGTH;
        }
        return length == 0 ? Optional.empty() : Optional.of(run(start + 1, bytes, length));
    }

    private static HeaderRun run(long from, byte[] bytes, int length) throws IOException {
        try {
            return HeaderRun.parse(from, Arrays.copyOf(bytes, length), "header store");
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Begins to write.
     *
     * @throws org.trialseal.core.evidence.FolderInUseException when another program is writing
     */
    Writing begin() throws IOException {
        Files.createDirectories(folder);
        return new Writing(FolderLock.acquire(folder));
    }

    /** The store being written, under a lock. */
    final class Writing implements AutoCloseable {
        private final FolderLock lock;

        private Writing(FolderLock lock) {
            this.lock = lock;
        }

        /** Makes the file of {@code given} hold exactly what {@link #above} gives, and no broken remainder. */
        void settle(long given, Optional<HeaderRun> known) throws IOException {
            long length =
                    known.map(run -> (long) run.count() * BlockHeader.LENGTH).orElse(0L);
            Path path = file(given);
            long present = Files.exists(path) ? Files.size(path) : 0;
            if (present < length) {
                replace(given, known.orElseThrow());
            } else if (present > length) {
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(length);
                    file.getFD().sync();
                }
            }
        }

        /** Appends headers to a settled file; when this returns they are on the disk. */
        void append(long given, HeaderRun headers) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(file(given).toFile(), "rw")) {
                file.seek(file.length());
                file.write(headers.bytes().toArray());
                file.getFD().sync();
            }
        }

        /** Replaces the headers above {@code given} by others, atomically. */
        void replace(long given, HeaderRun headers) throws IOException {
            DurableFiles.replace(file(given), headers.bytes().toArray());
        }

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }
}
