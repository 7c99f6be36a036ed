package org.trialseal.importers.datasetjson;

import org.trialseal.core.record.RowBatch;
import org.trialseal.importers.grouping.RecordHashes;

/** Hashes of some columns of decoded rows, over type and value. */
final class CellHashes implements RecordHashes<RowBatch> {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final int[] wanted;
    private RowBatch batch = new RowBatch(1);

    CellHashes(int[] wanted) {
        this.wanted = wanted.clone();
    }

    @Override
    public void over(RowBatch some) {
        batch = some;
    }

    @Override
    public void read(int row, long[] hashes) {
        byte[] bytes = batch.buffer();
        for (int i = 0; i < wanted.length; i++) {
            int from = batch.offset(row, wanted[i]);
            int to = from + batch.length(row, wanted[i]);
            long hash = (FNV_OFFSET ^ batch.type(row, wanted[i]).code()) * FNV_PRIME;
            for (int at = from; at < to; at++) {
                hash = (hash ^ bytes[at] & 0xFF) * FNV_PRIME;
            }
            hashes[i] = hash;
        }
    }
}
