package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.compare.HiddenFolder.RandomReader;
import org.trialseal.core.compare.PendingDifferences.Places;

/**
 * All differences of one comparison, however many: in temporary files that are encrypted under a key in memory and deleted
 * on closing. A comparison writes it when its options name it; then it can be read, as often as wanted and by several
 * threads.
 */
public final class DifferenceJournal implements Closeable {
    /** The bits of a place that name the part: an artifact has one of its reordered records, and one of the others. */
    private static final int PART_SHIFT = 47;

    private static final long OFFSET = (1L << PART_SHIFT) - 1;
    private static final int MOST_PARTS = 1 << 17;

    private final HiddenFolder hidden;
    private final List<Part> parts = new ArrayList<>();
    private final List<PendingDifferences> begun = new ArrayList<>();

    private DifferenceJournal(HiddenFolder hidden) {
        this.hidden = hidden;
    }

    private record Part(String artifact, HiddenFile file, long differences, List<String> keyColumns) {}

    /** Takes differences in order. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * The next difference.
         *
         * @param place where {@link Reader#at} finds it again
         * @return whether to go on
         */
        boolean difference(String artifact, long place, Difference difference) throws IOException;
    }

    /**
     * An empty journal.
     *
     * @param temporary folder for its files
     */
    public static DifferenceJournal create(Path temporary, SecureRandom random) throws IOException {
        return new DifferenceJournal(HiddenFolder.create(temporary, random));
    }

    /** Begins the differences of an artifact, which come one after the other. */
    PendingDifferences begin(String artifact, Places places) {
        PendingDifferences pending =
                new PendingDifferences(hidden, new PartWriter(artifact), new PartWriter(artifact), places);
        begun.add(pending);
        return pending;
    }

    /** Number of differences of all artifacts. */
    public synchronized long size() {
        return parts.stream().mapToLong(Part::differences).sum();
    }

    /** The columns that name the records of an artifact, that of the subject first; none when nothing differs. */
    public List<String> keyColumns(String artifact) {
        return parts().stream()
                .filter(part -> part.artifact().equals(artifact))
                .findFirst()
                .map(Part::keyColumns)
                .orElse(List.of());
    }

    /**
     * Hands out all differences: artifact by artifact in the order of their comparison, each in the order of its file,
     * but reordered records after all others.
     */
    public void visit(Visitor visitor) throws IOException {
        List<Part> all = parts();
        boolean more = true;
        for (int number = 0; number < all.size() && more; number++) {
            more = visit(number, all.get(number), visitor);
        }
    }

    /** Hands out all differences of one artifact, reordered records after all others. */
    public void visit(String artifact, Visitor visitor) throws IOException {
        List<Part> all = parts();
        boolean more = true;
        for (int number = 0; number < all.size() && more; number++) {
            if (all.get(number).artifact().equals(artifact)) {
                more = visit(number, all.get(number), visitor);
            }
        }
    }

    private synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    private static boolean visit(int number, Part part, Visitor visitor) throws IOException {
        long offset = 0;
        try (DataInputStream in = part.file().read()) {
            for (long left = part.differences(); left > 0; left--) {
                byte[] content = new byte[in.readInt()];
                if (in.readNBytes(content, 0, content.length) != content.length) {
                    throw new EOFException("a temporary file ends too early");
                }
                long place = (long) number << PART_SHIFT | offset;
                if (!visitor.difference(part.artifact(), place, decode(content))) {
                    return false;
                }
                offset += Integer.BYTES + content.length;
            }
        }
        return true;
    }

    private static Difference decode(byte[] content) throws IOException {
        return DifferenceCodec.decode(content, group -> null).toDifference();
    }

    /** A reader of single differences, for one thread. */
    public Reader reader() {
        return new Reader(parts());
    }

    /** Reads single differences. */
    public static final class Reader implements Closeable {
        private final List<Part> parts;
        private final List<Optional<RandomReader>> readers = new ArrayList<>();

        private Reader(List<Part> parts) {
            this.parts = parts;
            parts.forEach(part -> readers.add(Optional.empty()));
        }

        /** The difference at a place that was handed out by the same journal. */
        public Difference at(long place) throws IOException {
            RandomReader reader = reader((int) (place >>> PART_SHIFT));
            long offset = place & OFFSET;
            int length = ByteBuffer.wrap(reader.read(offset, Integer.BYTES)).getInt();
            return decode(reader.read(offset + Integer.BYTES, length));
        }

        /** The artifact of the difference at a place. */
        public String artifact(long place) {
            return parts.get((int) (place >>> PART_SHIFT)).artifact();
        }

        private RandomReader reader(int number) throws IOException {
            if (readers.get(number).isEmpty()) {
                readers.set(number, Optional.of(parts.get(number).file().openRandom()));
            }
            return readers.get(number).orElseThrow();
        }

        @Override
        public void close() throws IOException {
            for (Optional<RandomReader> reader : readers) {
                if (reader.isPresent()) {
                    reader.get().close();
                }
            }
        }
    }

    /** Writes the differences of one artifact in their order. */
    final class PartWriter implements Closeable {
        private final String artifact;
        private final HiddenFile file = hidden.newFile();
        private Optional<DataOutputStream> out = Optional.empty();
        private List<String> keyColumns = List.of();
        private long written;

        private PartWriter(String artifact) {
            this.artifact = artifact;
        }

        /** Columns that name a record, that of the subject first. */
        void keyColumns(List<String> columns) {
            keyColumns = List.copyOf(columns);
        }

        void write(byte[] content) throws IOException {
            if (out.isEmpty()) {
                out = Optional.of(file.write());
            }
            out.get().writeInt(content.length);
            out.get().write(content);
            written++;
        }

        /** All were written: they can be read from now on. */
        void end() throws IOException {
            if (out.isPresent()) {
                close();
                keep();
            }
        }

        private void keep() {
            synchronized (DifferenceJournal.this) {
                if (parts.size() == MOST_PARTS) {
                    throw new IllegalStateException("a seal has fewer artifacts");
                }
                parts.add(new Part(artifact, file, written, keyColumns));
            }
        }

        @Override
        public void close() throws IOException {
            if (out.isPresent()) {
                out.get().close();
                out = Optional.empty();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (PendingDifferences pending : begun) {
            pending.close();
        }
        hidden.close();
    }
}
