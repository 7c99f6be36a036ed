package org.trialseal.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ChannelSource;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.ProofResult;
import org.trialseal.core.merkle.TreeHasher;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;

/** Making a proof of a random leaf from a stored tree, and checking one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProofBenchmark {
    private static final int CHECKED = 64;
    private static final int BUFFER = 1 << 16;

    /** Size of the tree. */
    @Param("10000000")
    public long leaves;

    private final Random random = new Random(20_260_314);
    private final TreeHasher hasher = new TreeHasher();
    private final List<Proof> proofs = new ArrayList<>();
    private Path folder;
    private FileChannel leafFile;
    private FileChannel nodeFile;
    private TreeSlice tree;
    private TreeReader warm;
    private int next;

    private record Proof(long index, Sha256 leaf, List<Sha256> path) {}

    /** Writes the tree. */
    @Setup(Level.Trial)
    public void write() throws IOException, MalformedException {
        folder = Files.createTempDirectory("bench-");
        Path leafPath = folder.resolve("leaves");
        Path nodePath = folder.resolve("nodes");
        byte[] leaf = new byte[Sha256.LENGTH];
        try (OutputStream leafOut = new BufferedOutputStream(Files.newOutputStream(leafPath), BUFFER);
                OutputStream nodeOut = new BufferedOutputStream(Files.newOutputStream(nodePath), BUFFER)) {
            TreeWriter writer = new TreeWriter(leafOut::write, nodeOut::write);
            for (long i = 0; i < leaves; i++) {
                random.nextBytes(leaf);
                writer.append(leaf, 0);
            }
            tree = writer.endTree();
        }
        leafFile = FileChannel.open(leafPath, StandardOpenOption.READ);
        nodeFile = FileChannel.open(nodePath, StandardOpenOption.READ);
        warm = reader();
        for (int i = 0; i < CHECKED; i++) {
            long index = randomIndex();
            proofs.add(new Proof(index, warm.leaf(tree, index), warm.inclusionPath(tree, index)));
        }
    }

    private TreeReader reader() throws IOException {
        return new TreeReader(new ChannelSource(leafFile), new ChannelSource(nodeFile));
    }

    private long randomIndex() {
        return (long) (random.nextDouble() * leaves);
    }

    /** A proof by a reader that has made others before. */
    @Benchmark
    public List<Sha256> make() throws IOException, MalformedException {
        return warm.inclusionPath(tree, randomIndex());
    }

    /** A proof by a reader that was just opened. */
    @Benchmark
    public List<Sha256> makeFresh() throws IOException, MalformedException {
        return reader().inclusionPath(tree, randomIndex());
    }

    /** Checking a proof. */
    @Benchmark
    public ProofResult check() {
        next = (next + 1) % CHECKED;
        Proof proof = proofs.get(next);
        return InclusionProof.verify(hasher, proof.index(), tree.leaves(), proof.leaf(), proof.path(), tree.root());
    }

    /** Removes the tree. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        leafFile.close();
        nodeFile.close();
        for (String name : List.of("leaves", "nodes")) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
