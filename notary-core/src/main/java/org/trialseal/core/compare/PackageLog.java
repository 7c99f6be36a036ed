package org.trialseal.core.compare;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.LogExport;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;

/**
 * An event log that a proof package shows whole. While the package is verified, a digest of each value is written to a
 * temporary file, under a key that exists in memory only.
 */
final class PackageLog implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final LogEntry entry;
    private final LogSchemas schemas;
    private final ImportSettings settings;
    private final Path path;
    private final OutputStream out;
    private final long[] starts;
    private final byte[] key = new byte[32];
    private final MessageDigest sha256 = Sha256.newDigest();
    private @Nullable FileChannel values;
    private long shown;

    PackageLog(Path folder, LogEntry entry, LogSchemas schemas, ImportSettings settings) throws IOException {
        this.entry = entry;
        this.schemas = schemas;
        this.settings = settings;
        this.starts = starts(schemas);
        this.path = Files.createTempFile(folder, "trialseal-", ".tmp");
        this.out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        new SecureRandom().nextBytes(key);
    }

    LogEntry entry() {
        return entry;
    }

    ImportSettings settings() {
        return settings;
    }

    LogSchemas schemas() {
        return schemas;
    }

    /** Takes the next record that is shown; those with hidden fields do not count. */
    void add(ShownRecord record) throws IOException {
        Schema schema = schemas.schema(schemas.numberAt(record.index()));
        Optional<RowBatch> values = values(record, schema.size());
        if (values.isPresent()) {
            out.write(digests(values.get()));
            shown++;
        }
    }

    /** The values of a record of which every field is shown. */
    static Optional<RowBatch> values(ShownRecord record, int columns) {
        RowBatch batch = new RowBatch(columns);
        for (ShownRun run : record.runs()) {
            if (!(run instanceof ShownRun.Open open)) {
                return Optional.empty();
            }
            for (ShownField field : open.fields()) {
                if (!(field instanceof ShownField.Open value)) {
                    return Optional.empty();
                }
                batch.add(value.cell());
            }
        }
        return Optional.of(batch);
    }

    /** 32 bytes for each column of the record's own schema. */
    private byte[] digests(RowBatch record) {
        byte[] digests = new byte[record.columns() * Sha256.LENGTH];
        for (int column = 0; column < record.columns(); column++) {
            System.arraycopy(digest(record.cell(0, column)), 0, digests, column * Sha256.LENGTH, Sha256.LENGTH);
        }
        return digests;
    }

    private byte[] digest(Cell cell) {
        sha256.update(key);
        sha256.update((byte) cell.type().code());
        return sha256.digest(cell.value().toArray());
    }

    /** All records have come; false when some are hidden, in whole or in part. */
    boolean finish() throws IOException {
        out.close();
        values = FileChannel.open(path, StandardOpenOption.READ);
        return shown == entry.records();
    }

    /** The log beside an export that has all its columns. */
    SealedLog against(DatasetPlan later) throws MalformedException {
        LogOrder order = LogOrder.ofWord(settings.options().getOrDefault(LogOrder.OPTION, ""))
                .orElseThrow(() -> new MalformedException("settings", "do not say in which order a log is listed"));
        return new Beside(order, later.schema(), new LogExport(schemas, later.schema(), order, later.records()));
    }

    /** The digests of a record. */
    private byte[] read(long index) throws IOException {
        if (values == null) {
            throw new IllegalStateException("the package was not read to its end");
        }
        int number = schemas.numberAt(index);
        byte[] digests = new byte[schemas.schema(number).size() * Sha256.LENGTH];
        long position = starts[number] + (index - schemas.list().get(number).from()) * digests.length;
        ByteBuffer buffer = ByteBuffer.wrap(digests);
        while (buffer.hasRemaining()) {
            if (values.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("a temporary file ends too early");
            }
        }
        return digests;
    }

    /** Where the records of each schema begin in the file. */
    private static long[] starts(LogSchemas schemas) {
        long[] starts = new long[schemas.count()];
        for (int number = 1; number < starts.length; number++) {
            long records = schemas.list().get(number).from()
                    - schemas.list().get(number - 1).from();
            starts[number] =
                    starts[number - 1] + records * schemas.schema(number - 1).size() * Sha256.LENGTH;
        }
        return starts;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (values != null) {
            values.close();
        }
        Files.deleteIfExists(path);
    }

    /** The log beside one export. */
    private final class Beside implements SealedLog {
        private final LogOrder order;
        private final Schema later;
        private final LogExport export;

        Beside(LogOrder order, Schema later, LogExport export) {
            this.order = order;
            this.later = later;
            this.export = export;
        }

        @Override
        public long records() {
            return entry.records();
        }

        @Override
        public LogOrder order() {
            return order;
        }

        @Override
        public List<String> keyColumns() {
            return keyColumnsOf(settings);
        }

        @Override
        public boolean isSame(RowBatch row, long index) throws IOException {
            return differing(row, index).isEmpty();
        }

        @Override
        public Judgement judge(RowBatch row, long index) throws IOException {
            return new Judgement.Changed(differing(row, index));
        }

        private List<Integer> differing(RowBatch row, long index) throws IOException {
            byte[] sealed = read(index);
            int number = schemas.numberAt(index);
            byte[] now = digests(export.under(number, row));
            List<Integer> columns = new ArrayList<>();
            List<String> names = schemas.schema(number).names();
            for (int column = 0; column < names.size(); column++) {
                int from = column * Sha256.LENGTH;
                if (!Arrays.equals(now, from, from + Sha256.LENGTH, sealed, from, from + Sha256.LENGTH)) {
                    columns.add(later.indexOf(names.get(column)).orElseThrow());
                }
            }
            export.surplus(number, row, 0).ifPresent(columns::add);
            return columns;
        }
    }

    /** Subject and key columns. */
    static List<String> keyColumnsOf(ImportSettings settings) {
        List<String> columns = new ArrayList<>();
        settings.subject().ifPresent(columns::add);
        settings.keys().stream().filter(key -> !columns.contains(key)).forEach(columns::add);
        return columns;
    }
}
