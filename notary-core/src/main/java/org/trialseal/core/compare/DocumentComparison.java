package org.trialseal.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Document;

/** Compares a later file with a sealed document, chunk by chunk. */
final class DocumentComparison {
    private static final int MOST_RANGES = 20;

    private final long sealedChunks;
    private final SealedHash sealed;
    private final ChunkHash hash;
    private final List<Note> ranges = new ArrayList<>();
    private long differing;
    private long from = -1;
    private long length;

    /** The sealed side. */
    interface SealedHash {
        /** The hash of a chunk. */
        Sha256 of(long chunk) throws IOException, MalformedException;
    }

    /** Hashes a chunk of the later file in the same way. */
    interface ChunkHash {
        /** The hash of {@code bytes[0, length)}. */
        Sha256 of(long chunk, byte[] bytes, int length);
    }

    DocumentComparison(long sealedChunks, SealedHash sealed, ChunkHash hash) {
        this.sealedChunks = sealedChunks;
        this.sealed = sealed;
        this.hash = hash;
    }

    /** Reads the file to its end. */
    ArtifactComparison compare(String name, DataFile file) throws IOException, MalformedException {
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        long chunks = 0;
        try (InputStream in = file.open()) {
            for (int read = in.readNBytes(chunk, 0, chunk.length);
                    read > 0;
                    read = in.readNBytes(chunk, 0, chunk.length)) {
                take(chunks < sealedChunks && hash.of(chunks, chunk, read).equals(sealed.of(chunks)));
                length += read;
                chunks++;
            }
        }
        endRange();
        return result(name, chunks);
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
            ranges.add(Note.of(Code.BYTES_BETWEEN, from, length - 1));
        }
        from = -1;
    }

    private ArtifactComparison result(String name, long chunks) {
        long missing = Math.max(0, sealedChunks - chunks);
        if (differing + missing == 0) {
            return new ArtifactComparison(
                    name,
                    ArtifactComparison.State.IDENTICAL,
                    chunks,
                    ArtifactComparison.Counts.none(),
                    List.of(),
                    List.of());
        }
        List<Note> notes = new ArrayList<>(ranges);
        if (missing > 0) {
            notes.add(Note.of(Code.BYTES_MISSING, (missing - 1) * Document.CHUNK_LENGTH + 1));
        }
        ArtifactComparison.Counts counts = new ArtifactComparison.Counts(
                Math.max(0, chunks - sealedChunks), missing, differing - Math.max(0, chunks - sealedChunks), 0);
        return new ArtifactComparison(name, ArtifactComparison.State.ALTERED, chunks, counts, List.of(), notes);
    }
}
