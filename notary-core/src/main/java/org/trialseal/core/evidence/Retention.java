package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.Secret;

/**
 * Keeps an encrypted copy of what is sealed in the study store: rows one by one under keys of their subjects, documents
 * in chunks under the key of the study. A row is {@code handle (16) | u32 length | ciphertext}, a chunk {@code u32
 * length | ciphertext}.
 */
final class Retention implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final StudyStore store;
    private final Bytes nonce;
    private final Path target;
    private final Path partial;

    Retention(StudyStore store, long seal, Bytes nonce) throws IOException {
        this.store = store;
        this.nonce = nonce;
        this.target = store.retained(seal);
        this.partial = target.resolveSibling(target.getFileName() + ".partial");
        discard(partial);
        try {
            DurableFiles.createFolders(partial);
        } catch (IOException e) {
            DurableFiles.discard(partial, e);
            throw e;
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        discard(partial);
    }

    private static void discard(Path folder) throws IOException {
        if (Files.exists(folder)) {
            DurableFiles.deleteFolder(folder);
        }
    }

    /** Keeps the rows of the current table. */
    void rows(int artifact, TableReader reader, Optional<Integer> subjectColumn)
            throws IOException, MalformedException {
        try (DataOutputStream out = output(artifact)) {
            long position = 0;
            for (Optional<TableReader.Piece> piece = reader.nextPiece();
                    piece.isPresent();
                    piece = reader.nextPiece()) {
                RowBatch batch = piece.get().decode();
                for (int row = 0; row < batch.rows(); row++) {
                    row(out, artifact, batch, row, position++, subjectColumn);
                }
            }
        }
    }

    private void row(
            DataOutputStream out, int artifact, RowBatch batch, int row, long position, Optional<Integer> subjectColumn)
            throws IOException {
        SubjectHandle handle = store.handle();
        if (subjectColumn.isPresent()) {
            int column = subjectColumn.get();
            handle.compute(
                    batch.type(row, column), batch.buffer(), batch.offset(row, column), batch.length(row, column));
        } else {
            handle.computeStudy();
        }
        Secret secret = store.secrets().secret(handle);
        out.writeLong(handle.high());
        out.writeLong(handle.low());
        byte[] cells = cells(batch, row);
        write(out, new RetainedBox(secret, nonce, artifact).seal(position, cells, cells.length));
    }

    private static byte[] cells(RowBatch batch, int row) {
        int length = 0;
        for (int column = 0; column < batch.columns(); column++) {
            length += 5 + batch.length(row, column);
        }
        ByteBuffer cells = ByteBuffer.allocate(length);
        for (int column = 0; column < batch.columns(); column++) {
            cells.put((byte) batch.type(row, column).code()).putInt(batch.length(row, column));
            cells.put(batch.buffer(), batch.offset(row, column), batch.length(row, column));
        }
        return cells.array();
    }

    /** Keeps a document. */
    void document(int artifact, DataFile file) throws IOException {
        RetainedBox box = new RetainedBox(store.studySecretOrNew(), nonce, artifact);
        byte[] chunk = new byte[Document.CHUNK_LENGTH];
        try (DataOutputStream out = output(artifact);
                InputStream in = file.open()) {
            long number = 0;
            int length = in.readNBytes(chunk, 0, chunk.length);
            while (length > 0) {
                write(out, box.seal(number++, chunk, length));
                length = in.readNBytes(chunk, 0, chunk.length);
            }
        }
    }

    private static void write(DataOutputStream out, byte[] sealed) throws IOException {
        out.writeInt(sealed.length);
        out.write(sealed);
    }

    private DataOutputStream output(int artifact) throws IOException {
        Path file = partial.resolve(SealNumber.name(artifact));
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Forces all to the disk and gives it its name. */
    void finish() throws IOException {
        try (var files = Files.list(partial)) {
            for (Path file : files.toList()) {
                DurableFiles.sync(file);
            }
        }
        discard(target);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(DurableFiles.parentOf(target));
    }
}
