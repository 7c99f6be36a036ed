package org.trialseal.app.work.prove;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/** Tells how many records were read, and ends the reading when its thread is interrupted. */
final class MeteredData implements SealedData {
    private final SealedData data;
    private final SealProgress progress;

    MeteredData(SealedData data, SealProgress progress) {
        this.data = data;
        this.progress = progress;
    }

    @Override
    public TableReader open(String source, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException {
        return new Metered(data.open(source, settings));
    }

    @Override
    public DataFile document(String name) throws IOException, ProofRefusedException {
        return data.document(name);
    }

    private final class Metered implements TableReader {
        private final TableReader reader;

        Metered(TableReader reader) {
            this.reader = reader;
        }

        @Override
        public Optional<Table> nextTable() throws IOException, MalformedException {
            return reader.nextTable();
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException, MalformedException {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("stopped");
            }
            return reader.nextPiece().map(piece -> () -> told(piece.decode()));
        }

        private RowBatch told(RowBatch batch) {
            progress.rows(batch.rows());
            return batch;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
