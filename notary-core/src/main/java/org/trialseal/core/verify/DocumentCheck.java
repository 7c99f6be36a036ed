package org.trialseal.core.verify;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.proof.DocumentContent;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Opening;

/** Check {@code data:NAME} of a document, while it is read: number and root of its chunks, and its digest when opened. */
final class DocumentCheck implements DocumentContent.Visitor {
    private final DocumentEntry entry;
    private final Optional<Opening> file;
    private final DisclosureListener listener;
    private final RootBuilder root = new RootBuilder();
    private final MessageDigest sha256 = Sha256.newDigest();
    private long length;
    private @Nullable Document document;

    DocumentCheck(DocumentEntry entry, Optional<Opening> file, DisclosureListener listener) {
        this.entry = entry;
        this.file = file;
        this.listener = listener;
    }

    @Override
    public void begin(GroupKey key) {
        document = new Document(key);
    }

    @Override
    public void chunk(long index, byte[] bytes, int count) throws IOException {
        if (document == null) {
            throw new IllegalStateException("a chunk before the key");
        }
        root.add(document.leafHash(index, bytes, count));
        sha256.update(bytes, 0, count);
        length += count;
        listener.document(bytes, count);
    }

    /** What was found, once the document was read to its end; to be asked once. */
    Finding finding() {
        if (root.count() != entry.chunks()) {
            return new Finding(Reason.COUNT_DIFFERS, "The document has another length than was sealed.");
        }
        if (!root.root().equals(entry.root())) {
            return new Finding(Reason.ROOT_DIFFERS, "The document is not the one that was sealed.");
        }
        Sha256 digest = Sha256.wrap(sha256.digest());
        boolean isFile = file.isEmpty()
                || file.get().fileLength() == length && file.get().fileDigest().equals(digest);
        return isFile
                ? new Finding(Reason.OK, "The document is the one that was sealed.")
                : new Finding(Reason.FILE_DIFFERS, "The document is not the file whose digest is opened.");
    }
}
