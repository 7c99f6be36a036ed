package org.trialseal.core.anchor;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.trialseal.core.bitcoin.AttestationPolicy;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.seal.NamedBlock;

/**
 * Puts into an evidence folder the headers that tie the block of its proof to the checkpoints: forward to the next one,
 * or, above the newest, from there to the last header known. A block of the proof that the chain refutes is taken out.
 */
public final class FolderHeaders {
    private final EvidenceFolder folder;
    private final HeaderStore store;
    private final Checkpoints checkpoints;

    /** Ties a folder by what a store holds. */
    public FolderHeaders(EvidenceFolder folder, HeaderStore store) {
        this.folder = folder;
        this.store = store;
        this.checkpoints = store.checkpoints();
    }

    /**
     * What came of it.
     *
     * @param tied height of the block that the headers kept tie; empty when the headers of none are known
     * @param refuted heights of blocks that were taken out of the proof, for the chain says that they hold something else
     */
    public record Result(OptionalLong tied, Set<Long> refuted) {
        public Result {
            refuted = Set.copyOf(refuted);
        }
    }

    /** The heights whose headers are needed: those that the proof names, and the one that the statement names. */
    public NavigableSet<Long> wanted() throws IOException, MalformedException {
        NavigableSet<Long> heights = new TreeSet<>();
        blocks().forEach(block -> heights.add(block.height()));
        if (!heights.isEmpty()) {
            folder.statement().block().map(NamedBlock::height).ifPresent(heights::add);
        }
        return heights;
    }

    private List<AttestedBlock> blocks() throws IOException, MalformedException {
        Optional<DetachedTimestamp> proof = new FolderAnchors(folder).proof();
        return proof.map(DetachedTimestamp::timestamp).map(Timestamp::blocks).orElse(List.of());
    }

    /** Keeps the headers of the earliest block that holds the proof's message, as far as they are in the store. */
    public Result keep() throws IOException, MalformedException {
        Set<AttestedBlock> refuted = new HashSet<>();
        OptionalLong tied = OptionalLong.empty();
        for (AttestedBlock block : blocks().stream()
                .sorted(Comparator.comparing(AttestedBlock::height))
                .toList()) {
            Optional<HeaderRun> run = store.around(block.height()).filter(known -> known.contains(block.height()));
            if (run.isPresent() && !holds(run.get(), block)) {
                if (isSettled(block.height(), run.get())) {
                    refuted.add(block);
                }
            } else if (run.isPresent() && tied.isEmpty()) {
                tied = OptionalLong.of(block.height());
            }
        }
        if (!refuted.isEmpty()) {
            takeOut(refuted);
        }
        if (tied.isPresent()) {
            write(run(tied.getAsLong()));
        }
        return new Result(
                tied, new TreeSet<>(refuted.stream().map(AttestedBlock::height).toList()));
    }

    /** Whether no ordinary reorganisation changes the block any more. */
    private boolean isSettled(long height, HeaderRun run) {
        return height <= checkpoints.newestHeight()
                || run.endHeight() - 1 - height >= AttestationPolicy.MINIMUM_BLOCKS_ON_TOP;
    }

    /** What is in the folder; nothing when it is damaged, for then it is to be replaced. */
    private Optional<HeaderRun> kept() throws IOException {
        try {
            return new FolderAnchors(folder).headers(checkpoints);
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(HeaderRun kept, HeaderRun run) {
        return kept.startHeight() <= run.startHeight()
                && kept.contains(run.endHeight() - 1)
                && kept.header(run.endHeight() - 1).equals(run.last())
                && kept.slice(run.startHeight(), run.endHeight()).equals(run);
    }

    private static boolean holds(HeaderRun run, AttestedBlock block) {
        return run.header(block.height()).merkleRoot().bytes().equals(block.message());
    }

    private void takeOut(Set<AttestedBlock> refuted) throws IOException, MalformedException {
        try (AnchorFiles.Writing writing = new AnchorFiles(folder).begin()) {
            Optional<DetachedTimestamp> proof = new FolderAnchors(folder).proof();
            Optional<Timestamp> left = proof.flatMap(known -> known.timestamp()
                    .without(attested ->
                            attested.block().filter(refuted::contains).isPresent()));
            if (left.isPresent()) {
                writing.timestamp(DetachedTimestamp.ofSha256(left.get()).toBytes());
            }
        }
    }

    private HeaderRun run(long tied) throws IOException {
        long newest = checkpoints.newestHeight();
        long end = tied > newest
                ? store.around(tied).orElseThrow().endHeight()
                : checkpoints.nextFrom(tied).orElseThrow() + 1;
        long from = Math.min(tied, newest + 1);
        long named = folder.statement().block().map(NamedBlock::height).orElse(from);
        Optional<HeaderRun> withNamed = named < from ? between(named, end) : Optional.empty();
        return withNamed.orElse(between(from, end).orElseThrow());
    }

    /** The headers [from, to), when all are in the store. */
    private Optional<HeaderRun> between(long from, long to) throws IOException {
        Optional<HeaderRun> all = Optional.empty();
        long next = from;
        while (next < to) {
            long height = next;
            Optional<HeaderRun> part = store.around(height)
                    .filter(run -> run.contains(height))
                    .map(run -> run.slice(height, Math.min(run.endHeight(), to)));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            all = Optional.of(all.map(run -> run.followedBy(part.get())).orElse(part.get()));
            next = part.get().endHeight();
        }
        return all;
    }

    /** What ties the block as well already stays, so that headers that are lost elsewhere are not lost here too. */
    private void write(HeaderRun run) throws IOException {
        if (kept().filter(kept -> holds(kept, run)).isPresent()) {
            return;
        }
        Bytes packed = HeaderRunFormat.of(checkpoints.parameters()).toBytes(run);
        try (AnchorFiles.Writing writing = new AnchorFiles(folder).begin()) {
            writing.headers(packed.toArray());
        }
    }
}
