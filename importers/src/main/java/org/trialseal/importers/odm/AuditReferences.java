package org.trialseal.importers.odm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.record.CellType;

/** Joins items that name an audit record by its ID with the audit records that a file collects elsewhere. */
final class AuditReferences {
    private static final byte RECORD = 0;
    private static final byte REFERENCE = 1;
    private static final byte[] NOTHING = {};

    private final ByteSort sort;
    private final LongValues values;
    private long number;

    AuditReferences(Spool spool, LongValues values) {
        this.sort = new ByteSort(spool);
        this.values = values;
    }

    /** A record of the log says no more than which audit record is its own. */
    void reference(String id, long row) throws IOException {
        sort.add(key(id, REFERENCE, row), NOTHING);
    }

    /** An audit record begins; its cells follow. */
    void next() {
        number++;
    }

    /** A cell of an audit record. */
    void cell(String id, int column, String value) throws IOException {
        byte[] form = values.shorten(value.getBytes(StandardCharsets.UTF_8));
        sort.add(
                key(id, RECORD, number),
                ByteBuffer.allocate(Integer.BYTES + form.length)
                        .putInt(column)
                        .put(form)
                        .array());
    }

    /** {@code id | 00 | kind}, numbered: an ID's audit records stand before the references to it. */
    private static byte[] key(String id, byte kind, long number) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        byte[] withKind = Arrays.copyOf(name, name.length + 2);
        withKind[name.length + 1] = kind;
        return DataPath.numbered(withKind, number);
    }

    /** Gives the audit records to the records of the log; one whose ID stands twice is nobody's. */
    void resolve(LateCells late) throws IOException {
        ByteSort.Entries sorted = sort.sorted();
        Found found = new Found(NOTHING, 0);
        for (ByteSort.Entry entry = sorted.next(); entry != null; entry = sorted.next()) {
            byte[] key = entry.key();
            int end = DataPath.length(key) - 1;
            long numbered = DataPath.number(key);
            boolean same = Arrays.equals(found.id, 0, found.id.length, key, 0, end);
            if (key[end] == RECORD) {
                found = same ? found : new Found(Arrays.copyOf(key, end), numbered);
                found.take(numbered, entry.content());
            } else if (same) {
                found.give(late, numbered);
            }
        }
    }

    /** What is known of an ID. */
    private static final class Found {
        private final byte[] id;
        private final long number;
        private final List<byte[]> cells = new ArrayList<>();
        private boolean twice;

        Found(byte[] id, long number) {
            this.id = id;
            this.number = number;
        }

        void take(long of, byte[] cell) {
            twice |= of != number;
            if (!twice) {
                cells.add(cell);
            }
        }

        void give(LateCells late, long row) throws IOException {
            for (byte[] cell : twice ? List.<byte[]>of() : cells) {
                byte[] form = Arrays.copyOfRange(cell, Integer.BYTES, cell.length);
                late.add(row, ByteBuffer.wrap(cell).getInt(), CellType.TEXT, form);
            }
        }
    }
}
