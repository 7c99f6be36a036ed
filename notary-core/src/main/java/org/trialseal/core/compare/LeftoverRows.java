package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import org.trialseal.core.record.RowBatch;

/**
 * Rows that were not found where they were expected, put aside by what names them, so that those of one part can be
 * looked up in an index of bounded size.
 */
final class LeftoverRows implements Closeable {
    private static final int MOST_PARTS = 256;
    private static final int NO_CURSOR = -1;

    private final RowSpool[] parts;
    private final RowSpool strangers;
    private final RowSpool unnamed;
    private final boolean hasKeys;
    private final int perPart;

    LeftoverRows(Comparing comparing) {
        int columns = comparing.dataset().schema().size();
        long wanted = 1 + comparing.dataset().records() / comparing.limits().partition();
        this.perPart = comparing.limits().partition();
        this.parts = new RowSpool[(int) Math.min(MOST_PARTS, wanted)];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = new RowSpool(comparing.hidden().newFile(), columns);
        }
        this.strangers = new RowSpool(comparing.hidden().newFile(), columns);
        this.unnamed = new RowSpool(comparing.hidden().newFile(), columns);
        this.hasKeys = comparing.hasKeys();
    }

    int parts() {
        return parts.length;
    }

    /** The part to which rows and records of a group belong; only a large group is spread over several. */
    int part(GroupCursor cursor, long fingerprint) {
        return (int) Math.floorMod(mix(cursor.number(), isSpread(cursor) ? fingerprint : 0), (long) parts.length);
    }

    /** Whether a group is so large that its rows and records belong to several parts. */
    boolean isSpread(GroupCursor cursor) {
        return cursor.open().count() > perPart;
    }

    /** Spreads a group and a fingerprint over 64 bits. */
    static long mix(int cursor, long fingerprint) {
        long mixed = (fingerprint ^ cursor * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }

    void add(long number, GroupCursor cursor, long fingerprint, RowBatch batch, int row) throws IOException {
        RowSpool spool = hasKeys ? parts[part(cursor, fingerprint)] : unnamed;
        spool.add(number, cursor.number(), fingerprint, batch, row);
    }

    /** Puts a row aside whose subject is not in the seal. */
    void stranger(long number, RowBatch batch, int row) throws IOException {
        strangers.add(number, NO_CURSOR, 0, batch, row);
    }

    RowSpool part(int part) {
        return parts[part];
    }

    /** Rows whose subject is not in the seal. */
    RowSpool strangers() {
        return strangers;
    }

    /** Rows that nothing names, because the later copy lacks a key column. */
    RowSpool unnamed() {
        return unnamed;
    }

    /** Whether any row of a known group was put aside under a name. */
    boolean hasNamed() {
        for (RowSpool part : parts) {
            if (part.rows() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (RowSpool part : parts) {
            part.close();
        }
        strangers.close();
        unnamed.close();
    }
}
