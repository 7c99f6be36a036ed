package org.trialseal.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.GroupKey;

/** Compares a later file with a sealed document, chunk by chunk. */
final class DocumentComparison {
    private static final int MOST_RANGES = 20;

    private final SealedLeaves sealed;
    private final List<String> ranges = new ArrayList<>();
    private long differing;
    private long from = -1;
    private long length;

    /** The sealed side. */
    interface SealedLeaves {
        /** Number of chunks. */
        long chunks();

        /** The leaf hash of a chunk. */
        Sha256 leaf(long chunk) throws IOException, MalformedException;
    }

    private DocumentComparison(SealedLeaves sealed) {
        this.sealed = sealed;
    }

    static ArtifactComparison compare(String name, SealedLeaves sealed, GroupKey key, DataFile file)
            throws IOException, MalformedException {
        DocumentComparison comparison = new DocumentComparison(sealed);
        long chunks = comparison.read(new Document(key), file);
        return comparison.result(name, chunks);
    }

    private long read(Document document, DataFile file) throws IOException, MalformedException {
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        long index = 0;
        try (InputStream in = file.open()) {
            for (int read = in.readNBytes(chunk, 0, chunk.length);
                    read > 0;
                    read = in.readNBytes(chunk, 0, chunk.length)) {
                boolean same = index < sealed.chunks()
                        && document.leafHash(index, chunk, read).equals(sealed.leaf(index));
                take(same);
                length += read;
                index++;
            }
        }
        endRange();
        return index;
    }

    private void take(boolean same) {
        if (same) {
            endRange();
            return;
        }
        differing++;
        if (from < 0) {
            from = length;
        }
    }

    private void endRange() {
        if (from >= 0 && ranges.size() < MOST_RANGES) {
            ranges.add("Bytes " + from + " to " + (length - 1) + " hold a change.");
        }
        from = -1;
    }

    private ArtifactComparison result(String name, long chunks) {
        long missing = Math.max(0, sealed.chunks() - chunks);
        if (differing + missing == 0) {
            return new ArtifactComparison(
                    name,
                    ArtifactComparison.State.IDENTICAL,
                    chunks,
                    ArtifactComparison.Counts.none(),
                    List.of(),
                    List.of());
        }
        List<String> notes = new ArrayList<>(ranges);
        if (missing > 0) {
            notes.add("The end is missing: at least " + ((missing - 1) * Document.CHUNK_LENGTH + 1) + " bytes.");
        }
        ArtifactComparison.Counts counts = new ArtifactComparison.Counts(
                Math.max(0, chunks - sealed.chunks()), missing, differing - Math.max(0, chunks - sealed.chunks()), 0);
        return new ArtifactComparison(name, ArtifactComparison.State.ALTERED, chunks, counts, List.of(), notes);
    }
}
