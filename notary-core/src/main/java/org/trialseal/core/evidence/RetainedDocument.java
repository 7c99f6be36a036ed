package org.trialseal.core.evidence;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
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
        return new SequenceInputStream(new Chunks(chunks, box)) {
            @Override
            public void close() throws IOException {
                chunks.close();
            }
        };
    }

    @SuppressWarnings("JdkObsolete")
    private static final class Chunks implements Enumeration<InputStream> {
        private final DataInputStream in;
        private final RetainedBox box;
        private long number;
        private Optional<byte[]> next;

        Chunks(DataInputStream in, RetainedBox box) throws IOException {
            this.in = in;
            this.box = box;
            this.next = read();
        }

        private Optional<byte[]> read() throws IOException {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return Optional.empty();
            }
            if (length < 0 || length > MAX_CHUNK) {
                throw damaged();
            }
            return Optional.of(box.open(number++, in.readNBytes(length)).orElseThrow(Chunks::damaged));
        }

        private static IOException damaged() {
            return new IOException("the retained document was damaged: it does not decrypt; give it with --data");
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] chunk = next.orElseThrow(NoSuchElementException::new);
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ByteArrayInputStream(chunk);
        }
    }
}
