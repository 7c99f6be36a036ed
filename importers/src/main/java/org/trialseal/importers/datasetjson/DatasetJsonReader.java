package org.trialseal.importers.datasetjson;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/**
 * The one dataset of a file. The standard recommends an order of the attributes and does not demand it: when the columns
 * stand behind the rows, so many rows as fit into {@value #MAX_EARLY} bytes are kept until the columns are known.
 */
final class DatasetJsonReader implements TableReader {
    /** How much text goes into one piece, in bytes, give or take a row. */
    static final int PIECE = 1 << 20;

    /** Most bytes of rows in front of the columns. */
    static final int MAX_EARLY = 1 << 24;

    private final JsonText text;
    private final Attributes attributes;
    private final int piece;
    private final Deque<Rows> early = new ArrayDeque<>();
    private @Nullable Metadata metadata;
    private @Nullable RowScanner rows;
    private boolean inObject;

    DatasetJsonReader(JsonText text, int piece) {
        this.text = text;
        this.attributes = new Attributes(text);
        this.piece = piece;
    }

    @Override
    public Optional<Table> nextTable() throws IOException, MalformedException {
        if (metadata != null) {
            Optional<Rows> left = nextRows();
            while (left.isPresent()) {
                left = nextRows();
            }
            return Optional.empty();
        }
        Metadata known = begin();
        metadata = known;
        return Optional.of(new Table(known.name(), known.schema()));
    }

    /** What the file says of the dataset; after the first table has been asked for. */
    Metadata metadata() {
        if (metadata == null) {
            throw new IllegalStateException("no table is open");
        }
        return metadata;
    }

    private Metadata begin() throws IOException, MalformedException {
        attributes.begin();
        inObject = attributes.read() == Attributes.End.ROWS;
        RowScanner scanner = new RowScanner(text, !inObject, piece);
        rows = scanner;
        if (!inObject) {
            return MetadataParser.parse(text.file(), attributes.toJson());
        }
        Optional<Metadata> first = MetadataParser.parseFirst(text.file(), attributes.toJson());
        return first.isPresent() ? first.get() : readEarly(scanner);
    }

    private Metadata readEarly(RowScanner scanner) throws IOException, MalformedException {
        long length = 0;
        for (Optional<Rows> next = scanner.next(); next.isPresent(); next = scanner.next()) {
            early.add(next.get());
            length += next.get().to();
            if (length > MAX_EARLY) {
                throw text.malformed(DataFault.ATTRIBUTES_LATE, MAX_EARLY >> 20);
            }
        }
        return finishObject();
    }

    /** Reads what stands behind the rows. */
    private Metadata finishObject() throws IOException, MalformedException {
        inObject = false;
        Part what = Part.BEHIND_ROWS;
        text.expect(']', what);
        if (!attributes.isLast(what) && attributes.read() == Attributes.End.ROWS) {
            throw text.malformed(DataFault.ROWS_TWICE);
        }
        if (text.peekToken() >= 0) {
            throw text.malformed(DataFault.BEHIND_DATASET);
        }
        return MetadataParser.parse(text.file(), attributes.toJson());
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException, MalformedException {
        int columns = metadata().schema().size();
        return nextRows().map(some -> () -> new RowDecoder(text, some, columns).decode());
    }

    /** The next rows, not decoded. */
    Optional<Rows> nextRows() throws IOException, MalformedException {
        RowScanner scanner = rows;
        if (scanner == null) {
            throw new IllegalStateException("no table is open");
        }
        if (!early.isEmpty()) {
            return Optional.of(early.remove());
        }
        Optional<Rows> next = scanner.next();
        if (next.isEmpty()) {
            finish(scanner.count());
        }
        return next;
    }

    private void finish(long count) throws IOException, MalformedException {
        Metadata all = inObject ? finishObject() : metadata();
        if (all.records().isPresent() && all.records().getAsLong() != count) {
            throw text.malformed(DataFault.RECORDS_DIFFER, all.records().getAsLong(), count);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
