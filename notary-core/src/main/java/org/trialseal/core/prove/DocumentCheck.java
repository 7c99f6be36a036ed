package org.trialseal.core.prove;

import java.io.IOException;
import java.io.InputStream;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;

/** Checks that a document is the one that was sealed before it is put into a package. */
final class DocumentCheck {
    private DocumentCheck() {}

    /** Gives the length of the document in bytes. */
    static long require(DataFile file, GroupKey key, DocumentEntry entry) throws IOException, ProofRefusedException {
        RootBuilder root = new RootBuilder();
        Document document = new Document(key);
        long total = 0;
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        try (InputStream in = file.open()) {
            int length = in.readNBytes(chunk, 0, chunk.length);
            while (length > 0) {
                root.add(document.leafHash(root.count(), chunk, length));
                total += length;
                length = in.readNBytes(chunk, 0, chunk.length);
            }
        }
        if (root.count() != entry.chunks() || !root.root().equals(entry.root())) {
            throw new ProofRefusedException(Code.OTHER_DOCUMENT, entry.name());
        }
        return total;
    }
}
