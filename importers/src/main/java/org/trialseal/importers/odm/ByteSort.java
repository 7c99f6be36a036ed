package org.trialseal.importers.odm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Entries that come in any order and are read by ascending keys (as unsigned bytes), in bounded memory: sorted runs in a
 * spool, merged when there are many. Entries with the same key keep the order in which they came.
 */
final class ByteSort {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_RUNS = 32;
    private static final int BLOCK = 1 << 16;

    /** What an array costs beside its content, roughly. */
    private static final int OVERHEAD = 32;

    private final Spool spool;
    private final int mostBytes;
    private final List<List<Run>> levels = new ArrayList<>();
    private List<Entry> latest = new ArrayList<>();
    private long bytes;

    ByteSort(Spool spool) {
        this(spool, MOST_BYTES);
    }

    /** @param mostBytes that are sorted in memory */
    ByteSort(Spool spool, int mostBytes) {
        this.spool = spool;
        this.mostBytes = mostBytes;
    }

    /** A key and what belongs to it; nobody changes the arrays. */
    static final class Entry {
        private static final Comparator<Entry> BY_KEY = (one, other) -> Arrays.compareUnsigned(one.key, other.key);

        private final byte[] key;
        private final byte[] content;

        private Entry(byte[] key, byte[] content) {
            this.key = key;
            this.content = content;
        }

        byte[] key() {
            return key;
        }

        byte[] content() {
            return content;
        }
    }

    /** Entries one after the other. */
    interface Entries {
        /** The next entry; null at the end. */
        @Nullable
        Entry next() throws IOException;
    }

    private record Run(List<Spool.Block> blocks) {}

    void add(byte[] key, byte[] content) throws IOException {
        latest.add(new Entry(key, content));
        bytes += key.length + content.length + 2 * OVERHEAD;
        if (bytes >= mostBytes) {
            settle();
        }
    }

    private void settle() throws IOException {
        latest.sort(Entry.BY_KEY);
        Iterator<Entry> sorted = latest.iterator();
        keep(0, write(() -> sorted.hasNext() ? sorted.next() : null));
        latest = new ArrayList<>();
        bytes = 0;
    }

    private Run write(Entries entries) throws IOException {
        List<Spool.Block> blocks = new ArrayList<>();
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(block);
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            out.writeInt(entry.key.length);
            out.writeInt(entry.content.length);
            out.write(entry.key);
            out.write(entry.content);
            if (block.size() >= BLOCK) {
                blocks.add(spool.add(block.toByteArray()));
                block.reset();
            }
        }
        if (block.size() > 0) {
            blocks.add(spool.add(block.toByteArray()));
        }
        return new Run(blocks);
    }

    private void keep(int level, Run run) throws IOException {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Run> runs = levels.get(level);
        runs.add(run);
        if (runs.size() == MOST_RUNS) {
            Run merged = write(new Merge(spool, runs));
            runs.clear();
            keep(level + 1, merged);
        }
    }

    /** Ends the adding and hands out all entries by ascending keys. */
    Entries sorted() throws IOException {
        if (!latest.isEmpty()) {
            settle();
        }
        List<Run> oldestFirst = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            oldestFirst.addAll(levels.get(level));
        }
        return new Merge(spool, oldestFirst);
    }

    /** Several runs as one. */
    private static final class Merge implements Entries {
        private final PriorityQueue<Source> queue = new PriorityQueue<>(
                Comparator.comparing(Source::entry, Entry.BY_KEY).thenComparingInt(Source::number));

        private Merge(Spool spool, List<Run> oldestFirst) throws IOException {
            for (int number = 0; number < oldestFirst.size(); number++) {
                Source source = new Source(spool, number, oldestFirst.get(number));
                if (source.advance()) {
                    queue.add(source);
                }
            }
        }

        @Override
        public @Nullable Entry next() throws IOException {
            Source source = queue.poll();
            if (source == null) {
                return null;
            }
            Entry entry = source.entry();
            if (source.advance()) {
                queue.add(source);
            }
            return entry;
        }
    }

    private static final class Source {
        private final Spool spool;
        private final int number;
        private final Iterator<Spool.Block> blocks;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private Entry entry = new Entry(new byte[0], new byte[0]);

        Source(Spool spool, int number, Run run) {
            this.spool = spool;
            this.number = number;
            this.blocks = run.blocks().iterator();
        }

        int number() {
            return number;
        }

        Entry entry() {
            return entry;
        }

        boolean advance() throws IOException {
            if (!block.hasRemaining()) {
                if (!blocks.hasNext()) {
                    return false;
                }
                block = ByteBuffer.wrap(spool.read(blocks.next()));
            }
            byte[] key = new byte[block.getInt()];
            byte[] content = new byte[block.getInt()];
            block.get(key).get(content);
            entry = new Entry(key, content);
            return true;
        }
    }
}
