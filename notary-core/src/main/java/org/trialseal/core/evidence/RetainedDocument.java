package org.trialseal.core.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Objects;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.Statement;

/** Reads back a retained document. */
public final class RetainedDocument implements DataFile {
    private static final int MAX_CHUNK = Document.CHUNK_LENGTH + 64;

    private final StudyStore store;
    private final Statement statement;
    private final int artifact;
    private final String name;

    /** @param name the document's name */
    public RetainedDocument(StudyStore store, Statement statement, int artifact, String name) {
        this.store = store;
        this.statement = statement;
        this.artifact = artifact;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() throws IOException {
        return Files.size(RetainedRows.file(store, statement.place().seal(), artifact));
    }

    @Override
    public InputStream open() throws IOException {
        RetainedBox box = new RetainedBox(
                store.studySecret().orElseThrow(() -> new IOException("the study's secret is not in the store")),
                statement.nonce(),
                artifact);
        DataInputStream chunks = new DataInputStream(
                Files.newInputStream(RetainedRows.file(store, statement.place().seal(), artifact)));
        return new Chunks(chunks, box);
    }

    private static final class Chunks extends InputStream {
        private final DataInputStream in;
        private final RetainedBox box;
        private long number;
        private byte[] chunk = new byte[0];
        private int used;
        private boolean ended;

        Chunks(DataInputStream in, RetainedBox box) {
            this.in = in;
            this.box = box;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, target.length);
            while (used == chunk.length && !ended) {
                next();
            }
            if (used == chunk.length) {
                return -1;
            }
            int length = Math.min(count, chunk.length - used);
            System.arraycopy(chunk, used, target, offset, length);
            used += length;
            return length;
        }

        private void next() throws IOException {
            byte[] prefix = in.readNBytes(Integer.BYTES);
            ended = prefix.length == 0;
            if (ended) {
                return;
            }
            int length =
                    prefix.length < Integer.BYTES ? -1 : ByteBuffer.wrap(prefix).getInt();
            if (length < 0 || length > MAX_CHUNK) {
                throw damaged();
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length) {
                throw damaged();
            }
            chunk = box.open(number++, sealed).orElseThrow(Chunks::damaged);
            used = 0;
        }

        private static IOException damaged() {
            return new IOException("the retained document was damaged: it does not decrypt; give it with --data");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
