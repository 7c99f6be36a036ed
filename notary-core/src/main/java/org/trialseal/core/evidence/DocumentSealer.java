package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.GroupKey;

/** Seals a document chunk by chunk. */
final class DocumentSealer {
    private DocumentSealer() {}

    /** Reads the file to its end and writes the leaf hashes of its chunks to {@code leaves}. */
    static TreeSlice seal(DataFile file, GroupKey key, Path leaves, Path nodes) throws IOException {
        Document document = new Document(key);
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        try (InputStream in = file.open();
                OutputStream leavesOut = new BufferedOutputStream(Files.newOutputStream(leaves));
                OutputStream nodesOut = new BufferedOutputStream(Files.newOutputStream(nodes))) {
            TreeWriter writer = new TreeWriter(leavesOut::write, nodesOut::write);
            int length = in.readNBytes(chunk, 0, chunk.length);
            while (length > 0) {
                writer.append(document.leafHash(writer.count(), chunk, length));
                length = in.readNBytes(chunk, 0, chunk.length);
            }
            return writer.endTree();
        }
    }
}
