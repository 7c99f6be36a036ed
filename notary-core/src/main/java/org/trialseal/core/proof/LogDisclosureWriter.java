package org.trialseal.core.proof;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogSchemas;

/**
 * Writes what is shown of an event log: first its history, then records in ascending order. Whoever calls out of order
 * has a bug and gets an {@link IllegalStateException}. Streams. Not safe for use by several threads at once.
 */
public final class LogDisclosureWriter {
    static final Bytes MAGIC = Bytes.copyOf("trialseal/1 log\n".getBytes(StandardCharsets.US_ASCII));
    static final int HISTORY = 1;

    private final DataOutputStream out;
    private final FieldWriter fields;
    private final LogSchemas schemas;
    private final long records;
    private int earlierLeft;
    private long shown;
    private long recordsLeft = -1;
    private long lastRecord = -1;
    private long lastSeal;

    private LogDisclosureWriter(OutputStream out, LogSchemas schemas, long records, int earlier) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        this.fields = new FieldWriter(this.out);
        this.schemas = schemas;
        this.records = records;
        this.earlierLeft = earlier;
    }

    /**
     * Begins a disclosure.
     *
     * @param out receives it; the caller closes it
     * @param artifact index of the log's entry in the statement
     * @param records how many the log has
     * @param earlier how many earlier seals its history tells of; no history when 0
     */
    public static LogDisclosureWriter begin(
            OutputStream out, int artifact, LogSchemas schemas, long records, int earlier) throws IOException {
        LogDisclosureWriter writer = new LogDisclosureWriter(out, schemas, records, earlier);
        writer.out.write(MAGIC.toArray());
        writer.out.writeInt(artifact);
        writer.out.writeByte(earlier > 0 ? HISTORY : 0);
        if (earlier > 0) {
            writer.out.writeInt(earlier);
        }
        return writer;
    }

    /** Writes the next earlier seal. */
    public void earlier(EarlierLog log, List<Sha256> proof) throws IOException {
        require(earlierLeft > 0, "no earlier seal is due");
        require(log.seal() > lastSeal, "seals do not ascend");
        earlierLeft--;
        lastSeal = log.seal();
        byte[] entry = log.entry().toJson().canonicalBytes();
        out.writeLong(log.seal());
        out.writeInt(log.index());
        fields.path(log.path());
        out.writeInt(entry.length);
        out.write(entry);
        fields.path(proof);
    }

    /** Says how many records follow, each by {@link #shown}. */
    public void records(long count) throws IOException {
        require(earlierLeft == 0 && recordsLeft < 0, "no records are due");
        require(count <= records, "a log shows at most all of its records");
        shown = count;
        recordsLeft = count;
        out.writeLong(count);
    }

    /** Writes the next record. */
    public void shown(ShownRecord record) throws IOException {
        require(recordsLeft > 0, "no record is due");
        require(record.path().isPresent() == shown < records, "path misplaced");
        require(record.index() > lastRecord && record.index() < records, "records do not ascend within the log");
        lastRecord = record.index();
        recordsLeft--;
        out.writeLong(record.index());
        if (record.path().isPresent()) {
            fields.path(record.path().get());
        }
        int columns = schemas.schema(schemas.numberAt(record.index())).size();
        fields.runs(record.runs(), CommitmentRuns.ofLog(columns));
    }

    /** Ends the disclosure, when all that was announced has come. */
    public void finish() throws IOException {
        require(recordsLeft == 0, "something is still due");
        out.flush();
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalStateException(reason);
        }
    }
}
