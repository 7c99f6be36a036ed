package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader.Piece;

/**
 * Scanned records, decoded by Commons CSV. The parser sees each UTF-8 byte as one character (ISO 8859-1): delimiter, quote
 * and line ends are ASCII and no byte of a longer character is, so that the cells come out as the exact bytes.
 */
final class CsvPiece implements Piece {
    private static final int FIRST_CELL = 1 << 8;

    private final String file;
    private final CSVFormat format;
    private final int columns;
    private final ScannedRecords records;

    CsvPiece(String file, CSVFormat format, int columns, ScannedRecords records) {
        this.file = file;
        this.format = format;
        this.columns = columns;
        this.records = records;
    }

    /** How Commons CSV is told to read a dialect; blank lines are records when there is one column. */
    static CSVFormat format(CsvDialect dialect, int columns) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote().orElse(null))
                .setIgnoreEmptyLines(columns > 1)
                .get();
    }

    @Override
    public RowBatch decode() throws MalformedException {
        RowBatch batch = new RowBatch(columns);
        try (CSVParser parser = CSVParser.builder()
                .setReader(new ByteCharacters(records.text(), records.from(), records.to()))
                .setFormat(format)
                .get()) {
            CellBytes cell = new CellBytes(FIRST_CELL);
            for (CSVRecord row : parser) {
                requireColumns(row);
                for (int i = 0; i < columns; i++) {
                    cell.addTo(batch, row.get(i));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw disagreement("the parser stopped");
        }
        if (batch.rows() != records.count()) {
            throw disagreement(records.count() + " records were found and " + batch.rows() + " read");
        }
        return batch;
    }

    private void requireColumns(CSVRecord row) throws MalformedException {
        if (row.size() != columns) {
            throw disagreement("a record of " + row.size() + " fields was read");
        }
    }

    private MalformedException disagreement(String what) {
        return new MalformedException(
                file,
                "from line " + records.firstLine() + " on: the two readings of these lines disagree (" + what
                        + "); this is a fault of the program, please report it; meanwhile the file can be sealed as a"
                        + " document");
    }

    /** Moves the characters of a cell, each a byte, into a batch. */
    private static final class CellBytes {
        private byte[] bytes;

        CellBytes(int capacity) {
            bytes = new byte[capacity];
        }

        void addTo(RowBatch batch, String characters) {
            int length = characters.length();
            if (length > bytes.length) {
                bytes = new byte[Math.max(length, 2 * bytes.length)];
            }
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) characters.charAt(i);
            }
            batch.add(length == 0 ? CellType.MISSING : CellType.TEXT, bytes, 0, length);
        }
    }
}
