package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/** The tables of an ODM file, one after the other: the file is read once and its records are kept until their turn. */
final class OdmTableReader implements TableReader {
    private static final long IN_MEMORY = 1 << 24;

    private final DataFile file;
    private final Arrangement arrangement;
    private final int version;
    private final Metadata metadata = new Metadata();
    private final Spool spool = new Spool(IN_MEMORY);
    private final AuditTrail trail = new AuditTrail(spool);
    private @Nullable Iterator<CollectedTable> tables;
    private @Nullable LateCells late;
    private @Nullable TablePieces table;

    /** @param version of the importer's behaviour */
    OdmTableReader(DataFile file, Arrangement arrangement, int version) {
        this.file = file;
        this.arrangement = arrangement;
        this.version = version;
    }

    @Override
    public Optional<Table> nextTable() throws IOException, MalformedException {
        Iterator<CollectedTable> all = tables;
        if (all == null) {
            Collected collected = new Collected(file.name(), spool);
            OdmFile.read(file, metadata, arrangement.of(file.name(), metadata, collected), trail, version);
            late = trail.resolve();
            all = collected.finish(trail).iterator();
            tables = all;
        }
        if (!all.hasNext()) {
            return Optional.empty();
        }
        CollectedTable next = all.next();
        Schema schema = next.schema(metadata);
        table = new TablePieces(next, schema, spool, next.kind() == TableKind.AUDIT ? late : null, trail.columns());
        return Optional.of(new Table(next.name(), schema));
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException {
        return table == null ? Optional.empty() : table.next();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
