package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ChannelSource;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.seal.DocumentEntry;

/** The kept leaf hashes of one document, checked against its sealed root when it is opened. */
public final class DocumentEvidence implements Closeable {
    private final DocumentEntry entry;
    private final FileChannel channel;
    private final ChannelSource leaves;

    private DocumentEvidence(DocumentEntry entry, FileChannel channel) throws IOException {
        this.entry = entry;
        this.channel = channel;
        this.leaves = new ChannelSource(channel);
    }

    /**
     * Opens the evidence of the document that is entry {@code artifact} of the seal.
     *
     * @throws MalformedException when the leaf hashes are missing or do not lead to what was sealed
     */
    public static DocumentEvidence open(EvidenceFolder folder, int artifact) throws IOException, MalformedException {
        DocumentEntry entry = (DocumentEntry) folder.entries().get(artifact);
        Path path = folder.files().dataset(artifact).leaves();
        if (!Files.exists(path)) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING, path.toString(), "is missing from the evidence folder");
        }
        DocumentEvidence evidence = new DocumentEvidence(entry, FileChannel.open(path, StandardOpenOption.READ));
        try {
            evidence.requireSealed(path);
        } catch (IOException | MalformedException | RuntimeException e) {
            evidence.close();
            throw e;
        }
        return evidence;
    }

    private void requireSealed(Path path) throws IOException, MalformedException {
        RootBuilder root = new RootBuilder();
        if (leaves.size() == entry.chunks() * Sha256.LENGTH) {
            for (long chunk = 0; chunk < entry.chunks(); chunk++) {
                root.add(leaf(chunk));
            }
        }
        if (root.count() != entry.chunks() || !root.root().equals(entry.root())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    path.toString(),
                    "was damaged: it does not lead to what was sealed; restore a backup");
        }
    }

    /** Number of chunks. */
    public long chunks() {
        return entry.chunks();
    }

    /** The leaf hash of a chunk. */
    public Sha256 leaf(long chunk) throws IOException {
        byte[] leaf = new byte[Sha256.LENGTH];
        leaves.read(chunk * Sha256.LENGTH, leaf, 0, leaf.length);
        return Sha256.wrap(leaf);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
