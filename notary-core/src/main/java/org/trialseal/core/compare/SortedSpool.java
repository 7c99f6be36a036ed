package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;

/**
 * Entries that come in any order and are read by ascending keys, in bounded memory: sorted runs in hidden files, merged
 * when there are many. Entries with the same keys keep the order in which they came.
 */
final class SortedSpool implements Closeable {
    private static final int MOST_ENTRIES = 1 << 14;
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_RUNS = 32;

    private final HiddenFolder hidden;
    private final int mostEntries;
    private final List<List<Run>> levels = new ArrayList<>();
    private final List<Merge> open = new ArrayList<>();
    private List<Entry> latest = new ArrayList<>();
    private long bytes;
    private long entries;

    SortedSpool(HiddenFolder hidden) {
        this(hidden, MOST_ENTRIES);
    }

    /** @param mostEntries that are sorted in memory */
    SortedSpool(HiddenFolder hidden, int mostEntries) {
        this.hidden = hidden;
        this.mostEntries = mostEntries;
    }

    /** One entry: two keys, and bytes that nobody changes. */
    static final class Entry {
        private static final Comparator<Entry> BY_KEYS =
                Comparator.comparingLong(Entry::first).thenComparingLong(Entry::second);

        private final long first;
        private final long second;
        private final byte[] content;

        Entry(long first, long second, byte[] content) {
            this.first = first;
            this.second = second;
            this.content = content;
        }

        long first() {
            return first;
        }

        long second() {
            return second;
        }

        byte[] content() {
            return content;
        }
    }

    private record Run(HiddenFile file, long entries) {}

    /** Number of entries that were added. */
    long entries() {
        return entries;
    }

    void add(long first, long second, byte[] content) throws IOException {
        latest.add(new Entry(first, second, content));
        bytes += content.length;
        entries++;
        if (latest.size() >= mostEntries || bytes >= MOST_BYTES) {
            settle();
        }
    }

    private void settle() throws IOException {
        latest.sort(Entry.BY_KEYS);
        HiddenFile file = hidden.newFile();
        try (DataOutputStream out = file.write()) {
            for (Entry entry : latest) {
                write(out, entry);
            }
        }
        keep(0, new Run(file, latest.size()));
        latest = new ArrayList<>();
        bytes = 0;
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeLong(entry.first());
        out.writeLong(entry.second());
        out.writeInt(entry.content().length);
        out.write(entry.content());
    }

    private void keep(int level, Run run) throws IOException {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Run> runs = levels.get(level);
        runs.add(run);
        if (runs.size() == MOST_RUNS) {
            Run merged = merge(runs);
            for (Run each : runs) {
                each.file().delete();
            }
            runs.clear();
            keep(level + 1, merged);
        }
    }

    private Run merge(List<Run> runs) throws IOException {
        HiddenFile file = hidden.newFile();
        long merged = 0;
        try (DataOutputStream out = file.write();
                Merge merge = new Merge(runs)) {
            for (Entry entry = merge.next(); entry != null; entry = merge.next()) {
                write(out, entry);
                merged++;
            }
        }
        return new Run(file, merged);
    }

    /** Ends the adding and hands out all entries by ascending keys. */
    Merge sorted() throws IOException {
        if (!latest.isEmpty()) {
            settle();
        }
        List<Run> oldestFirst = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            oldestFirst.addAll(levels.get(level));
        }
        Merge merge = new Merge(oldestFirst);
        open.add(merge);
        return merge;
    }

    /** Several runs as one. */
    static final class Merge implements Closeable {
        private final List<Source> sources = new ArrayList<>();
        private final PriorityQueue<Source> queue = new PriorityQueue<>(
                Comparator.comparing(Source::entry, Entry.BY_KEYS).thenComparingInt(Source::number));

        private Merge(List<Run> oldestFirst) throws IOException {
            try {
                for (Run run : oldestFirst) {
                    Source source = new Source(sources.size(), run);
                    sources.add(source);
                    if (source.advance()) {
                        queue.add(source);
                    }
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        /** The next entry; null at the end. */
        @Nullable
        Entry next() throws IOException {
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

        @Override
        public void close() throws IOException {
            for (Source source : sources) {
                source.close();
            }
        }
    }

    private static final class Source implements Closeable {
        private final int number;
        private final DataInputStream in;
        private long left;
        private Entry entry = new Entry(0, 0, new byte[0]);

        Source(int number, Run run) throws IOException {
            this.number = number;
            this.in = run.file().read();
            this.left = run.entries();
        }

        int number() {
            return number;
        }

        Entry entry() {
            return entry;
        }

        boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            long first = in.readLong();
            long second = in.readLong();
            byte[] content = new byte[in.readInt()];
            if (in.readNBytes(content, 0, content.length) != content.length) {
                throw new EOFException("a temporary file ends too early");
            }
            entry = new Entry(first, second, content);
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Deletes all of it. */
    @Override
    public void close() throws IOException {
        for (Merge merge : open) {
            merge.close();
        }
        for (List<Run> runs : levels) {
            for (Run run : runs) {
                run.file().delete();
            }
        }
        levels.clear();
    }
}
