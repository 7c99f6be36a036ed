package org.trialseal.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.RootBuilder;

/** Time for each leaf of a tree of a million leaves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeBenchmark {
    private static final int LEAVES = 1_000_000;
    private static final int DIFFERENT = 1 << 10;

    private final byte[] leaves = new byte[DIFFERENT * Sha256.LENGTH];

    /** Draws leaves. */
    @Setup
    public void draw() {
        new Random(20_260_314).nextBytes(leaves);
    }

    /** The root from all leaves. */
    @Benchmark
    @OperationsPerInvocation(LEAVES)
    public Sha256 root() {
        RootBuilder builder = new RootBuilder();
        for (int i = 0; i < LEAVES; i++) {
            builder.add(leaves, i % DIFFERENT * Sha256.LENGTH);
        }
        return builder.root();
    }
}
