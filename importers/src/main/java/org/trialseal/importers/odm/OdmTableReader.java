package org.trialseal.importers.odm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/** The tables of an ODM file, one after the other: the file is read once and its records are kept until their turn. */
final class OdmTableReader implements TableReader {
    private static final long IN_MEMORY = 1 << 24;
    private static final byte[] EMPTY = {};

    private final DataFile file;
    private final Arrangement arrangement;
    private final Metadata metadata = new Metadata();
    private final Spool spool = new Spool(IN_MEMORY);
    private @Nullable Iterator<CollectedTable> tables;
    private Iterator<CollectedTable.RowBlock> blocks =
            List.<CollectedTable.RowBlock>of().iterator();
    private int[] places = {};
    private int columns;

    OdmTableReader(DataFile file, Arrangement arrangement) {
        this.file = file;
        this.arrangement = arrangement;
    }

    @Override
    public Optional<Table> nextTable() throws IOException, MalformedException {
        Iterator<CollectedTable> all = tables;
        if (all == null) {
            Collected collected = new Collected(file.name(), spool);
            OdmFile.read(file, metadata, arrangement.of(file.name(), metadata, collected));
            all = collected.finish().iterator();
            tables = all;
        }
        if (!all.hasNext()) {
            return Optional.empty();
        }
        CollectedTable table = all.next();
        Schema schema = table.schema(metadata);
        places = table.places(schema);
        columns = schema.size();
        blocks = table.blocks().iterator();
        return Optional.of(new Table(table.name(), schema));
    }

    @Override
    public Optional<Piece> nextPiece() {
        if (!blocks.hasNext()) {
            return Optional.empty();
        }
        CollectedTable.RowBlock block = blocks.next();
        int[] to = places;
        int width = columns;
        return Optional.of(() -> decode(block, to, width));
    }

    private RowBatch decode(CollectedTable.RowBlock block, int[] to, int width) {
        ByteBuffer bytes = ByteBuffer.wrap(content(block));
        RowBatch batch = new RowBatch(width, block.rows(), bytes.capacity());
        int[] offsets = new int[width];
        int[] lengths = new int[width];
        for (int row = 0; row < block.rows(); row++) {
            Arrays.fill(lengths, -1);
            for (int left = bytes.getInt(); left > 0; left--) {
                int column = to[bytes.getInt()];
                lengths[column] = bytes.getInt();
                offsets[column] = bytes.position();
                bytes.position(bytes.position() + lengths[column]);
            }
            add(batch, bytes.array(), offsets, lengths);
        }
        return batch;
    }

    private byte[] content(CollectedTable.RowBlock block) {
        try {
            return spool.read(block.block());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(RowBatch batch, byte[] bytes, int[] offsets, int[] lengths) {
        for (int column = 0; column < lengths.length; column++) {
            if (lengths[column] < 0) {
                batch.add(CellType.MISSING, EMPTY, 0, 0);
            } else {
                batch.add(CellType.TEXT, bytes, offsets[column], lengths[column]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
