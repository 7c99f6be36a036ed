package org.trialseal.core.proof;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.GroupKey;

/** A document as it is shown: whose it is, its key, and its bytes. */
public final class DocumentContent {
    private static final Bytes MAGIC = Bytes.copyOf("trialseal/1 document\n".getBytes(StandardCharsets.US_ASCII));

    private DocumentContent() {}

    /** Takes a document chunk by chunk. */
    public interface Visitor {
        /** The key that opens it; comes first. */
        void begin(GroupKey key) throws IOException;

        /** The next chunk: the first {@code length} bytes of an array that is used again. */
        void chunk(long index, byte[] bytes, int length) throws IOException;
    }

    /** Writes a document; both streams stay open. */
    public static void write(OutputStream out, int artifact, GroupKey key, InputStream document) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC.toArray());
        data.writeInt(artifact);
        data.write(key.value().toArray());
        document.transferTo(data);
        data.flush();
    }

    /**
     * Reads a document to the end of the stream, 1 MiB at a time.
     *
     * @param source what is read, for messages
     * @param artifact the artifact it must be about
     * @throws MalformedException when it does not begin as it must
     */
    public static void read(String source, InputStream in, int artifact, Visitor visitor)
            throws IOException, MalformedException {
        StrictInput input = new StrictInput(source, in);
        input.expect(MAGIC, "not a document, or of an unknown format version");
        if (input.u32() != artifact) {
            throw input.error("is about another artifact than its name says");
        }
        visitor.begin(new GroupKey(input.value(GroupKey.LENGTH)));
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        for (long index = 0; !input.atEnd(); index++) {
            visitor.chunk(index, chunk, fill(input, chunk));
        }
    }

    private static int fill(StrictInput input, byte[] chunk) throws IOException {
        int filled = 0;
        int got = input.read(chunk, 0, chunk.length);
        while (got > 0) {
            filled += got;
            got = input.read(chunk, filled, chunk.length - filled);
        }
        return filled;
    }
}
