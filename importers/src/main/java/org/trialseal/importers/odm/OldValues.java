package org.trialseal.importers.odm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.record.CellType;

/**
 * What each item of a transactional file was before each of its audit records, as far as the file says it. What happens to
 * elements is noted as it comes, then sorted by element: an item's past stands before it, and so do the removals of the
 * elements around it. The removal of an item itself says what was removed, whatever happened around it: a program may note
 * that of a group before those of its items.
 */
final class OldValues {
    private static final byte[] NOTHING = {};

    private final ByteSort events;
    private final LongValues values;
    private long number;

    OldValues(Spool spool, LongValues values) {
        this.events = new ByteSort(spool);
        this.values = values;
    }

    /**
     * An item ends.
     *
     * @param open data elements, the item first
     * @param first number of the first record about it in the log
     * @param records how many there are
     */
    void item(Deque<Context> open, long first, int records) throws IOException {
        Said said = Said.ofItem(open.getFirst());
        @Nullable String value = open.getFirst().value();
        byte[] form =
                said != Said.VALUE || value == null ? NOTHING : values.shorten(value.getBytes(StandardCharsets.UTF_8));
        add(open, new Event(said, true, first, records, form));
    }

    /** Another data element ends. */
    void around(Deque<Context> open) throws IOException {
        @Nullable Said said = Said.ofOther(open.getFirst());
        if (said != null) {
            add(open, new Event(said, false, 0, 0, NOTHING));
        }
    }

    private void add(Deque<Context> open, Event event) throws IOException {
        events.add(DataPath.numbered(DataPath.of(open), number++), event.bytes());
    }

    /** Something that happened to an element. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Event(Said said, boolean item, long first, int records, byte[] form) {
        private static final int HEAD = 2 + Long.BYTES + Integer.BYTES;

        byte[] bytes() {
            return ByteBuffer.allocate(HEAD + form.length)
                    .put(said.code)
                    .put((byte) (item ? 1 : 0))
                    .putLong(first)
                    .putInt(records)
                    .put(form)
                    .array();
        }

        static Event of(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return new Event(
                    Said.ofCode(in.get()),
                    in.get() == 1,
                    in.getLong(),
                    in.getInt(),
                    Arrays.copyOfRange(bytes, HEAD, bytes.length));
        }
    }

    /** Gives what was before to the records of the log, as column {@code column}. */
    void resolve(LateCells late, int column) throws IOException {
        ByteSort.Entries sorted = events.sorted();
        Deque<Marks> around = new ArrayDeque<>();
        Past past = new Past(NOTHING);
        for (ByteSort.Entry entry = sorted.next(); entry != null; entry = sorted.next()) {
            byte[] path = Arrays.copyOf(entry.key(), DataPath.length(entry.key()));
            long at = DataPath.number(entry.key());
            Event event = Event.of(entry.content());
            while (!around.isEmpty() && !around.getFirst().holds(path)) {
                around.pop();
            }
            if (event.item()) {
                past = past.isOf(path) ? past : new Past(path);
                @Nullable Said old = past.at(at, event.said() == Said.REMOVED ? List.of() : around);
                for (int i = 0; old != null && i < event.records(); i++) {
                    late.add(event.first() + i, column, old.type(), old.form(past.form));
                }
                past.take(event, at);
            } else {
                if (around.isEmpty() || !around.getFirst().is(path)) {
                    around.push(new Marks(path));
                }
                around.getFirst().add(event.said() == Said.REMOVED, at);
            }
        }
    }

    /** What is known of one item at a point of the document. */
    private static final class Past {
        private final byte[] path;
        private @Nullable Said said;
        private byte[] form = NOTHING;
        private long since = Marks.NONE;
        private long mentioned = Marks.NONE;

        Past(byte[] path) {
            this.path = path;
        }

        boolean isOf(byte[] other) {
            return Arrays.equals(path, other);
        }

        /** What it is at a point; null when the file does not say. */
        @Nullable
        Said at(long number, Iterable<Marks> around) {
            long removal = said == Said.REMOVED ? since : Marks.NONE;
            long mention = mentioned;
            for (Marks marks : around) {
                long removed = marks.removedBefore(number);
                removal = removed > since ? Math.max(removal, removed) : removal;
                mention = Math.max(mention, marks.mentionedBefore(number));
                if (marks.isFull()) {
                    return null;
                }
            }
            if (removal == Marks.NONE) {
                return said;
            }
            return mention > removal ? null : Said.REMOVED;
        }

        void take(Event event, long at) {
            if (event.said() == Said.MENTIONED) {
                mentioned = at;
            } else {
                said = event.said();
                form = event.form();
                since = at;
            }
        }
    }

    /** What an element says of itself. */
    private enum Said {
        /** The item has a value. */
        VALUE(0),
        /** The item has none, in so many words. */
        NULL(1),
        /** It is no longer there, nor is what was inside it. */
        REMOVED(2),
        /** Something is done with it. */
        MENTIONED(3);

        private static final byte[] NO_VALUE = LongValues.here("null".getBytes(StandardCharsets.US_ASCII));
        private static final byte[] GONE = LongValues.here("removed".getBytes(StandardCharsets.US_ASCII));
        private static final String TRANSACTION = "TransactionType";

        private final byte code;

        Said(int code) {
            this.code = (byte) code;
        }

        static Said ofCode(int code) {
            for (Said said : values()) {
                if (said.code == code) {
                    return said;
                }
            }
            throw new IllegalArgumentException("no such code");
        }

        static Said ofItem(Context item) {
            if ("Remove".equals(item.attribute(TRANSACTION))) {
                return REMOVED;
            }
            if (item.value() != null) {
                return VALUE;
            }
            return item.isNull() ? NULL : MENTIONED;
        }

        CellType type() {
            return this == VALUE ? CellType.TEXT : CellType.MISSING;
        }

        /** The form of the cell that says it, given that of the value. */
        byte[] form(byte[] value) {
            if (this == VALUE) {
                return value;
            }
            return this == NULL ? NO_VALUE : GONE;
        }

        /** Null when the element is only the way to those inside it. */
        static @Nullable Said ofOther(Context element) {
            @Nullable String transaction = element.attribute(TRANSACTION);
            if (transaction == null || transaction.equals("Context")) {
                return null;
            }
            return transaction.equals("Remove") ? REMOVED : MENTIONED;
        }
    }
}
