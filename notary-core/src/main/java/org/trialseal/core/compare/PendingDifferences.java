package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.DifferenceJournal.PartWriter;
import org.trialseal.core.compare.SortedSpool.Entry;
import org.trialseal.core.compare.SortedSpool.Merge;
import org.trialseal.core.digest.MalformedException;

/**
 * All differences of one artifact on their way into the journal: they come in any order, are met with what the sealed
 * records said, which comes by ascending place, and leave in the order of the later copy, reordered records after all others. Any number, in bounded memory.
 */
final class PendingDifferences implements Closeable {
    private static final long NOT_WANTED = -1;

    private final PartWriter target;
    private final PartWriter reordered;
    private final Places places;
    private final SortedSpool waiting;
    private final SortedSpool ordered;
    private final Map<Long, OpenGroup> groups = new HashMap<>();
    private @Nullable Merge merge;
    private @Nullable Entry head;

    /** Says where sealed records come when they are read again. */
    @FunctionalInterface
    interface Places {
        /** By their order in the sealed file. */
        Places BY_POSITION = found -> found.group() == null ? NOT_WANTED : found.position();

        /** By their order in the sealed tree. */
        Places BY_LEAF = found -> {
            OpenGroup group = found.group();
            return group == null || found.position() < 0 ? NOT_WANTED : group.first() + found.index();
        };

        /** By their index in an event log. */
        Places BY_INDEX = FoundDifference::index;

        /** The place of a difference's sealed record; negative when it is not looked for. */
        long of(FoundDifference found);
    }

    /** Adds what a sealed record said to a difference. */
    @FunctionalInterface
    interface Old {
        /** The same difference with old values, or as it is when they are not those of the record. */
        FoundDifference with(FoundDifference found) throws IOException, MalformedException;
    }

    /**
     * @param target takes those that came by {@link #add}
     * @param reordered takes those that came by {@link #reordered}
     */
    PendingDifferences(HiddenFolder hidden, PartWriter target, PartWriter reordered, Places places) {
        this.target = target;
        this.reordered = reordered;
        this.places = places;
        this.waiting = new SortedSpool(hidden);
        this.ordered = new SortedSpool(hidden);
    }

    /** Says which columns name a record, that of the subject first. */
    void keyColumns(List<String> columns) {
        target.keyColumns(columns);
        reordered.keyColumns(columns);
    }

    /** Takes the next reordered record; they come by ascending row, need no old value and stand after all others. */
    void reordered(FoundDifference found) throws IOException {
        reordered.write(DifferenceCodec.encode(found));
    }

    /** Takes a difference that belongs where {@link FoundDifference#order} says. */
    void add(FoundDifference found) throws IOException {
        add(found, found.order(), found.kind().compareTo(Difference.Kind.ADDED));
    }

    /** Takes a difference; all leave by ascending {@code order}, then {@code then}. */
    void add(FoundDifference found, long order, long then) throws IOException {
        long place = places.of(found);
        OpenGroup group = found.group();
        if (place < 0) {
            settle(found, order, then);
            return;
        }
        if (group != null) {
            groups.putIfAbsent(group.index(), group);
        }
        waiting.add(place, 0, Ordered.encode(found, order, then));
    }

    private void settle(FoundDifference found, long order, long then) throws IOException {
        ordered.add(order, then, DifferenceCodec.encode(found));
    }

    /** Whether some wait for what sealed records said. */
    boolean isWaiting() throws IOException {
        if (merge == null) {
            merge = waiting.sorted();
            head = merge.next();
        }
        return head != null;
    }

    /** Gives what is known of the sealed record at a place; places come in ascending order. */
    void take(long place, Old old) throws IOException, MalformedException {
        while (isWaiting() && head != null && head.first() <= place) {
            Ordered next = Ordered.decode(head.content(), groups);
            settle(head.first() == place ? old.with(next.found()) : next.found(), next.order(), next.then());
            head = merge == null ? null : merge.next();
        }
    }

    /** Writes all into the journal; those that still wait go without old values. */
    void finish() throws IOException {
        while (isWaiting() && head != null) {
            Ordered next = Ordered.decode(head.content(), groups);
            settle(next.found(), next.order(), next.then());
            head = merge == null ? null : merge.next();
        }
        try (Merge all = ordered.sorted()) {
            for (Entry entry = all.next(); entry != null; entry = all.next()) {
                target.write(entry.content());
            }
        }
        target.end();
        reordered.end();
        close();
    }

    @Override
    public void close() throws IOException {
        target.close();
        reordered.close();
        waiting.close();
        ordered.close();
        groups.clear();
    }

    /** A difference with its place among all. */
    private record Ordered(FoundDifference found, long order, long then) {
        private static final int PREFIX = 2 * Long.BYTES;

        static byte[] encode(FoundDifference found, long order, long then) throws IOException {
            byte[] difference = DifferenceCodec.encode(found);
            return ByteBuffer.allocate(PREFIX + difference.length)
                    .putLong(order)
                    .putLong(then)
                    .put(difference)
                    .array();
        }

        static Ordered decode(byte[] content, Map<Long, OpenGroup> groups) throws IOException {
            ByteBuffer prefix = ByteBuffer.wrap(content);
            byte[] difference = Arrays.copyOfRange(content, PREFIX, content.length);
            return new Ordered(DifferenceCodec.decode(difference, groups::get), prefix.getLong(), prefix.getLong());
        }
    }
}
