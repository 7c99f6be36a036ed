package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ConsistencyProof;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/**
 * Reads what is shown of an event log, once, as a stream: it keeps no more than one record. Everything that the grammar
 * does not allow is malformed.
 */
public final class LogDisclosureReader {
    private final StrictInput input;
    private final String source;
    private final long seal;
    private final long records;
    private final LogSchemas schemas;
    private final List<CellReader> cells;
    private final LogVisitor visitor;

    private LogDisclosureReader(
            StrictInput input, String source, Place place, long records, LogSchemas schemas, LogVisitor visitor) {
        this.input = input;
        this.source = source;
        this.seal = place.seal();
        this.records = records;
        this.schemas = schemas;
        this.visitor = visitor;
        this.cells = schemas.list().stream()
                .map(since -> new CellReader(
                        input, CommitmentRuns.ofLog(since.schema().size())))
                .toList();
    }

    /**
     * What a disclosure must be about.
     *
     * @param seal number of the package's seal
     * @param artifact index of the log's entry in it
     */
    public record Place(long seal, int artifact) {}

    /**
     * Reads a disclosure to its end.
     *
     * @param source what is read, for messages
     * @param records how many the log has, from its entry
     * @throws MalformedException when it does not follow the grammar
     */
    public static void read(
            String source, InputStream in, Place place, long records, LogSchemas schemas, LogVisitor visitor)
            throws IOException, MalformedException {
        StrictInput input = new StrictInput(source, in);
        input.expect(LogDisclosureWriter.MAGIC, "not what is shown of an event log, or of an unknown format version");
        if (input.u32() != place.artifact()) {
            throw input.error("is about another artifact than its name says");
        }
        new LogDisclosureReader(input, source, place, records, schemas, visitor).read();
        input.expectEnd();
    }

    private void read() throws IOException, MalformedException {
        int flags = input.octet();
        if ((flags & ~LogDisclosureWriter.HISTORY) != 0) {
            throw input.error("flags that cannot be");
        }
        if ((flags & LogDisclosureWriter.HISTORY) != 0) {
            readHistory();
        }
        readRecords();
    }

    private void readHistory() throws IOException, MalformedException {
        int count = input.length(Limit.HISTORY, "the number of earlier seals");
        if (count == 0) {
            throw input.error("an empty history");
        }
        long last = 0;
        for (int i = 0; i < count; i++) {
            long earlier = input.count();
            if (earlier <= last || earlier >= seal) {
                throw input.error("earlier seals do not ascend below the present one");
            }
            last = earlier;
            readEarlier(earlier);
        }
    }

    private void readEarlier(long earlier) throws IOException, MalformedException {
        long index = input.u32();
        if (index >= Statement.MAX_ENTRIES) {
            throw input.error("an index is larger than it can be");
        }
        CellReader paths = cells.get(0);
        List<Sha256> path = paths.path();
        byte[] json = input.bytes(input.length(Limit.HISTORY_ENTRY, "the length of an entry"));
        if (!(SealEntry.parse(source, json) instanceof LogEntry entry)) {
            throw input.error("an entry in the history is no event log");
        }
        visitor.earlier(new EarlierLog(earlier, (int) index, entry, path), paths.hashes(ConsistencyProof.MAX_LENGTH));
    }

    private void readRecords() throws IOException, MalformedException {
        long shown = input.count();
        if (shown > records) {
            throw input.error("shows more records than the log has");
        }
        visitor.records(shown);
        long last = -1;
        for (long i = 0; i < shown; i++) {
            long index = input.count();
            if (index <= last || index >= records) {
                throw input.error("shown records do not ascend within the log");
            }
            last = index;
            visitor.shown(cells.get(schemas.numberAt(index)).shown(index, shown < records));
        }
    }
}
