package org.trialseal.importers.csv;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/** The one table of a file of delimited text. */
final class CsvTableReader implements TableReader {
    /** How much text goes into one piece, in bytes, give or take a record. */
    static final int PIECE = 1 << 18;

    private final String file;
    private final CsvDialect dialect;
    private final Utf8Source source;
    private final RecordScanner scanner;
    private boolean started;

    CsvTableReader(String file, CsvDialect dialect, Utf8Source source, int piece) {
        this.file = file;
        this.dialect = dialect;
        this.source = source;
        this.scanner = new RecordScanner(source, file, dialect, piece);
    }

    @Override
    public Optional<Table> nextTable() throws IOException, MalformedException {
        if (started) {
            skipRest();
            return Optional.empty();
        }
        started = true;
        ScannedRecords header = scanner.header().orElseThrow(this::empty);
        if (header.fields() > Schema.MAX_COLUMNS) {
            throw DataFault.HEADER_FIELDS.in(file, header.firstLine(), header.fields(), Schema.MAX_COLUMNS);
        }
        RowBatch names = new CsvPiece(file, dialect, header).decode();
        return Optional.of(new Table(datasetName(file), HeaderRow.schema(file, names, header.firstLine())));
    }

    private MalformedException empty() {
        return (scanner.blankLines() == 0 ? DataFault.EMPTY : DataFault.BLANK).in(file);
    }

    private void skipRest() throws IOException, MalformedException {
        Optional<ScannedRecords> left = nextRecords();
        while (left.isPresent()) {
            left = nextRecords();
        }
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException, MalformedException {
        if (!started) {
            throw new IllegalStateException("no table is open");
        }
        return nextRecords().map(records -> new CsvPiece(file, dialect, records));
    }

    /** The records of the next piece, not decoded. */
    Optional<ScannedRecords> nextRecords() throws IOException, MalformedException {
        return scanner.next();
    }

    /** Number of blank lines passed over so far. */
    long blankLines() {
        return scanner.blankLines();
    }

    /** The file name without its last extension. */
    static String datasetName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
