package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.compare.HiddenFolder.RandomReader;

/**
 * The rank of each of a row of numbers: how long the longest ascending sequence is that ends with it, less one. Runs of
 * ranks that ascend one by one, in a hidden file: {@code u64 rank of the first | u32 length}.
 */
final class PileRanks implements Closeable {
    private static final int RUN = Long.BYTES + Integer.BYTES;
    private static final int RUNS_AT_A_TIME = 1 << 12;

    private final HiddenFile file;
    private Optional<DataOutputStream> out = Optional.empty();
    private long first;
    private int length;
    private long runs;
    private long size;

    PileRanks(HiddenFile file) {
        this.file = file;
    }

    void add(long rank) throws IOException {
        size++;
        if (length > 0 && rank == first + length && length < Integer.MAX_VALUE) {
            length++;
            return;
        }
        flush();
        first = rank;
        length = 1;
    }

    private void flush() throws IOException {
        if (length == 0) {
            return;
        }
        if (out.isEmpty()) {
            out = Optional.of(file.write());
        }
        out.get().writeLong(first);
        out.get().writeInt(length);
        runs++;
        length = 0;
    }

    /** How many were added. */
    long size() {
        return size;
    }

    /**
     * Ends the adding and traces one longest sequence backwards: from a number of rank r the number of rank r - 1 that came
     * last before it, which is smaller, as it lay on top of its pile.
     *
     * @param longest the length of a longest sequence
     * @return a bit for each number, set when it belongs to the sequence
     */
    RecordBits trace(long longest) throws IOException {
        flush();
        closeOut();
        RecordBits sequence = new RecordBits(size);
        if (runs == 0) {
            return sequence;
        }
        try (RandomReader reader = file.openRandom()) {
            Trace trace = new Trace(sequence, longest - 1, size);
            for (long end = runs; end > 0 && trace.wanted >= 0; end -= RUNS_AT_A_TIME) {
                long begin = Math.max(0, end - RUNS_AT_A_TIME);
                int count = (int) (end - begin);
                trace.backwards(ByteBuffer.wrap(reader.read(begin * RUN, count * RUN)), count);
            }
        }
        return sequence;
    }

    /** Where tracing stands. */
    private static final class Trace {
        private final RecordBits sequence;
        private long wanted;
        private long end;

        /** @param wanted rank of the number that is looked for, before {@code end} */
        Trace(RecordBits sequence, long wanted, long end) {
            this.sequence = sequence;
            this.wanted = wanted;
            this.end = end;
        }

        void backwards(ByteBuffer runs, int count) {
            for (int run = count - 1; run >= 0; run--) {
                long first = runs.getLong(run * RUN);
                int length = runs.getInt(run * RUN + Long.BYTES);
                end -= length;
                if (first <= wanted && wanted < first + length) {
                    for (; wanted >= first; wanted--) {
                        sequence.set(end + wanted - first);
                    }
                }
            }
        }
    }

    private void closeOut() throws IOException {
        if (out.isPresent()) {
            out.get().close();
            out = Optional.empty();
        }
    }

    /** Deletes the file. */
    @Override
    public void close() throws IOException {
        closeOut();
        file.delete();
    }
}
