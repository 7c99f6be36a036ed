package org.trialseal.app.ui.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.Formats;

/** CSV files whose records come only as far as a test lets them pass, so that work is in progress for as long as it likes. */
public final class Gate {
    private final Importer csv = Formats.installed().byId("csv").orElseThrow();
    private long passed;
    private long most = Long.MAX_VALUE;
    private int waiting;

    /** The only format of these. */
    public Formats formats() {
        return new Formats(List.of(new GatedCsv()));
    }

    /** Lets so many pieces pass from now on, and none after them. */
    public synchronized void closeAfter(int pieces) {
        passed = 0;
        most = pieces;
    }

    /** Lets all pass. */
    public synchronized void open() {
        most = Long.MAX_VALUE;
        notifyAll();
    }

    /** Whether somebody wants a piece and does not get it. */
    public synchronized boolean isWaitedAt() {
        return waiting > 0;
    }

    /** How many pieces passed since it was closed. */
    public synchronized long passed() {
        return passed;
    }

    private synchronized void pass() throws InterruptedIOException {
        waiting++;
        try {
            while (passed >= most) {
                wait();
            }
            passed++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped at the gate");
        } finally {
            waiting--;
        }
    }

    private final class GatedCsv implements Importer {
        @Override
        public String id() {
            return csv.id();
        }

        @Override
        public int version() {
            return csv.version();
        }

        @Override
        public int recognises(String name, byte[] head) {
            return csv.recognises(name, head);
        }

        @Override
        public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
                throws IOException, MalformedException {
            return csv.plan(file, overrides, subject, keys);
        }

        @Override
        public FilePlan plan(
                DataFile file,
                Map<String, String> overrides,
                Optional<String> subject,
                List<String> keys,
                NamedKeys named)
                throws IOException, MalformedException {
            return csv.plan(file, overrides, subject, keys, named);
        }

        @Override
        public Map<String, String> unstated(Map<String, String> options) {
            return csv.unstated(options);
        }

        @Override
        public TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException {
            return new GatedReader(csv.open(file, settings));
        }
    }

    private final class GatedReader implements TableReader {
        private final TableReader reader;

        GatedReader(TableReader reader) {
            this.reader = reader;
        }

        @Override
        public Optional<Table> nextTable() throws IOException, MalformedException {
            return reader.nextTable();
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException, MalformedException {
            pass();
            return reader.nextPiece();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
