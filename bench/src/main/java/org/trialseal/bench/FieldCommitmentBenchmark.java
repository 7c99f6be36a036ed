package org.trialseal.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/** Committing to records of twelve short fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FieldCommitmentBenchmark {
    private static final List<String> VALUES = List.of(
            "TS-2041",
            "LB",
            "TS-2041-120-100340",
            "69",
            "SODIUM",
            "Aspartate Aminotransferase",
            "CHEMISTRY",
            "262.7",
            "mmol/L",
            "262.7",
            "TREATMENT WEEK 7",
            "2025-07-05T10:07:07");

    private final RowBatch batch = new RowBatch(VALUES.size());
    private final RecordHasher hasher = new RecordHasher(VALUES.size());
    private final GroupKey[] keys = new GroupKey[16];
    private final byte[] leaf = new byte[32];
    private long index;

    /** Fills the row and draws keys. */
    @Setup
    public void fill() {
        VALUES.forEach(value -> batch.add(Cell.text(value)));
        Random random = new Random(20_260_314);
        byte[] key = new byte[GroupKey.LENGTH];
        for (int i = 0; i < keys.length; i++) {
            random.nextBytes(key);
            keys[i] = new GroupKey(Bytes.copyOf(key));
        }
        hasher.useGroup(keys[0]);
    }

    /** A record of the same group as the one before: 13 salts, 13 commitments, the leaf. */
    @Benchmark
    public byte[] record() {
        hasher.commit(batch, 0, index, index);
        hasher.leafHash(leaf, 0);
        index++;
        return leaf;
    }

    /** A record of another group than the one before. */
    @Benchmark
    public byte[] recordOfAnotherGroup() {
        hasher.useGroup(keys[(int) (index % keys.length)]);
        return record();
    }
}
