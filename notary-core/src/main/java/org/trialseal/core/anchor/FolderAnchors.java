package org.trialseal.core.anchor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Limit;
import org.trialseal.core.ots.Timestamp;

/**
 * The anchors of one evidence folder: stamps its statement, upgrades what is pending, and keeps the block headers that
 * tie an attested block to the checkpoints. Every change replaces a file atomically and loses nothing that was there.
 */
public final class FolderAnchors {
    private static final int MAX_HEADERS_FILE = 1 << 26;

    private final EvidenceFolder folder;
    private final AnchorFiles files;

    /** The anchors of a folder. */
    public FolderAnchors(EvidenceFolder folder) {
        this.folder = folder;
        this.files = new AnchorFiles(folder);
    }

    /** The proof, if there is one. */
    public Optional<DetachedTimestamp> proof() throws IOException, MalformedException {
        Optional<Bytes> bytes = folder.timestamp((int) Limit.FILE.max());
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        DetachedTimestamp proof =
                DetachedTimestamp.read("seal.json.ots", bytes.get().toArray());
        if (!proof.isFor(folder.digest())) {
            throw new MalformedException(
                    MalformedException.Kind.OTHER,
                    "seal.json.ots",
                    "is a proof for something else than this folder's seal.json");
        }
        return Optional.of(proof);
    }

    /** Stamps the statement, beside what there is already. */
    public StampResult stamp(Stamper stamper) throws IOException, MalformedException, InterruptedException {
        StampResult result = stamper.stamp(List.of(folder.digest()));
        if (result.status() != StampResult.Status.NONE) {
            Timestamp fresh = result.timestamps().get(0);
            try (AnchorFiles.Writing writing = files.begin()) {
                Optional<DetachedTimestamp> before = proof();
                Timestamp merged = before.isPresent() ? before.get().timestamp().merge(fresh) : fresh;
                writing.timestamp(DetachedTimestamp.ofSha256(merged).toBytes());
            }
        }
        return result;
    }

    /** Asks the calendars for what they promised; empty when nothing is stamped yet. */
    public Optional<UpgradeResult> upgrade(Upgrader upgrader, Deadline deadline)
            throws IOException, MalformedException, InterruptedException {
        Optional<DetachedTimestamp> before = proof();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        UpgradeResult result = upgrader.upgrade(before.get(), deadline);
        if (result.changed()) {
            try (AnchorFiles.Writing writing = files.begin()) {
                Timestamp now = proof().orElse(before.get()).timestamp();
                writing.timestamp(
                        DetachedTimestamp.ofSha256(now.merge(result.proof().timestamp()))
                                .toBytes());
            }
        }
        return Optional.of(result);
    }

    /** The headers kept, if there are any. */
    public Optional<HeaderRun> headers(Checkpoints checkpoints) throws IOException, MalformedException {
        Optional<Bytes> bytes = folder.headers(MAX_HEADERS_FILE);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        HeaderRunFormat format = HeaderRunFormat.of(checkpoints.parameters());
        return Optional.of(
                format.read(new java.io.ByteArrayInputStream(bytes.get().toArray()), "headers.bin"));
    }

    /**
     * Fetches and keeps the headers that tie the attested block to a checkpoint: forward to the next one, or, above the
     * newest, from there to the tip.
     *
     * @return whether headers were kept; false when no block is named yet
     */
    public boolean keepHeaders(HeaderSource source, Checkpoints checkpoints, Deadline deadline)
            throws IOException, MalformedException {
        OptionalLong height = lowestBlock();
        if (height.isEmpty()) {
            return false;
        }
        long from = Math.min(height.getAsLong(), checkpoints.newestHeight() + 1);
        long to = checkpoints.nextFrom(height.getAsLong()).isPresent()
                ? checkpoints.nextFrom(height.getAsLong()).get()
                : source.tipHeight(deadline);
        HeaderRun run = HeaderRun.of(from, fetch(source, from, to, deadline));
        Bytes packed = HeaderRunFormat.of(checkpoints.parameters()).toBytes(run);
        try (AnchorFiles.Writing writing = files.begin()) {
            writing.headers(packed.toArray());
        }
        return true;
    }

    /** The headers of [from, to]; a source that stops giving any, or names an absurd tip, is given up. */
    private static List<BlockHeader> fetch(HeaderSource source, long from, long to, Deadline deadline)
            throws IOException {
        if (to < from || to - from >= HeaderRun.MAX_HEADERS || to > HeaderRun.MAX_HEIGHT) {
            throw new IOException("the source of block headers does not know the blocks asked for");
        }
        List<BlockHeader> headers = new ArrayList<>();
        while (from + headers.size() <= to) {
            int count = (int) Math.min(HeaderSource.MAX_COUNT, to - from - headers.size() + 1);
            List<BlockHeader> next = source.headers(from + headers.size(), count, deadline);
            if (next.isEmpty() || next.size() > count) {
                throw new IOException("the source of block headers did not give what it was asked for");
            }
            headers.addAll(next);
        }
        return headers;
    }

    private OptionalLong lowestBlock() throws IOException, MalformedException {
        return proof().stream()
                .flatMap(proof -> proof.timestamp().blocks().stream())
                .mapToLong(AttestedBlock::height)
                .min();
    }
}
