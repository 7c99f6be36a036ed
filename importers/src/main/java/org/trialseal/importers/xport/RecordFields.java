package org.trialseal.importers.xport;

import java.util.List;
import org.trialseal.importers.grouping.RecordHashes;

/** Hashes of some variables of a record, over their bytes as they stand in the file. */
final class RecordFields implements RecordHashes<Records> {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final List<Variable> wanted;
    private Records records = Records.NONE;

    RecordFields(List<Variable> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public void over(Records some) {
        records = some;
    }

    @Override
    public void read(int record, long[] hashes) {
        byte[] bytes = records.bytes();
        int start = records.start(record);
        for (int i = 0; i < hashes.length; i++) {
            Variable variable = wanted.get(i);
            int from = start + variable.offset();
            long hash = FNV_OFFSET;
            int end = from + variable.length();
            for (int at = from; at < end; at++) {
                hash = (hash ^ bytes[at] & 0xFF) * FNV_PRIME;
            }
            hashes[i] = hash;
        }
    }
}
