package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader.Piece;
import org.trialseal.importers.fault.DataFault;

/**
 * Scanned records, decoded: a record without quotes is cut at its delimiters, every other one goes to Commons CSV. Both
 * ways give the same cells; {@link #decodeByReference} sends all to Commons CSV.
 */
final class CsvPiece implements Piece {
    private static final long LF = ByteWord.repeated('\n');
    private static final long CR = ByteWord.repeated('\r');

    private final String file;
    private final CsvDialect dialect;
    private final ScannedRecords records;

    CsvPiece(String file, CsvDialect dialect, ScannedRecords records) {
        this.file = file;
        this.dialect = dialect;
        this.records = records;
    }

    @Override
    public RowBatch decode() throws MalformedException {
        return new Decoding(records).run();
    }

    /** Decodes all records by Commons CSV. */
    RowBatch decodeByReference() throws MalformedException {
        return new Decoding(records.allAsQuoted()).run();
    }

    /** How Commons CSV is told to read a dialect; blank lines are records when there is one column. */
    private static CSVFormat format(CsvDialect dialect, int columns) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote().orElse(null))
                .setIgnoreEmptyLines(columns > 1)
                .get();
    }

    private final class Decoding {
        private final ScannedRecords rows;
        private final int columns;
        private final byte[] text;
        private final RowBatch batch;
        private final long delimiter = ByteWord.repeated(dialect.delimiter());
        private byte[] cell = new byte[1 << 8];

        Decoding(ScannedRecords rows) {
            this.rows = rows;
            this.columns = rows.fields();
            this.text = rows.text();
            this.batch = new RowBatch(columns, Math.max(1, rows.count()), text, rows.to());
        }

        RowBatch run() throws MalformedException {
            try (CSVParser parser = CSVParser.builder()
                    .setReader(new QuotedRecords(rows))
                    .setFormat(format(dialect, columns))
                    .get()) {
                Iterator<CSVRecord> quoted = parser.iterator();
                for (int i = 0; i < rows.count(); i++) {
                    if (rows.isQuoted(i)) {
                        addParsed(quoted);
                    } else {
                        addCut(rows.start(i));
                    }
                }
                require(!quoted.hasNext(), "more records were read than found");
            } catch (IOException | UncheckedIOException e) {
                throw disagreement("the parser stopped");
            }
            return batch;
        }

        private void addParsed(Iterator<CSVRecord> quoted) throws MalformedException {
            require(quoted.hasNext(), "fewer records were read than found");
            CSVRecord row = quoted.next();
            require(row.size() == columns, "a record of " + row.size() + " fields was read");
            for (int i = 0; i < columns; i++) {
                addCharacters(row.get(i));
            }
        }

        private void addCharacters(String characters) {
            int length = characters.length();
            if (length > cell.length) {
                cell = new byte[Math.max(length, 2 * cell.length)];
            }
            for (int i = 0; i < length; i++) {
                cell[i] = (byte) characters.charAt(i);
            }
            batch.add(type(length), cell, 0, length);
        }

        private void addCut(int start) throws MalformedException {
            int from = start;
            for (int i = 1; i < columns; i++) {
                int end = fieldEnd(from);
                require(end < rows.to() && text[end] == dialect.delimiter(), "a record is too short");
                batch.addSlice(type(end - from), from, end - from);
                from = end + 1;
            }
            int end = fieldEnd(from);
            require(end == rows.to() || text[end] != dialect.delimiter(), "a record is too long");
            batch.addSlice(type(end - from), from, end - from);
        }

        private int fieldEnd(int from) {
            int end = from;
            int to = rows.to();
            for (; end + ByteWord.LENGTH <= to; end += ByteWord.LENGTH) {
                long word = ByteWord.at(text, end);
                long ends = ByteWord.first(word, delimiter) | ByteWord.first(word, LF) | ByteWord.first(word, CR);
                if (ends != 0) {
                    return end + ByteWord.index(ends);
                }
            }
            while (end < to && text[end] != dialect.delimiter() && text[end] != '\n' && text[end] != '\r') {
                end++;
            }
            return end;
        }

        private static CellType type(int length) {
            return length == 0 ? CellType.MISSING : CellType.TEXT;
        }

        private void require(boolean holds, String what) throws MalformedException {
            if (!holds) {
                throw disagreement(what);
            }
        }
    }

    private MalformedException disagreement(String what) {
        return DataFault.READINGS.in(file, records.firstLine(), what);
    }
}
