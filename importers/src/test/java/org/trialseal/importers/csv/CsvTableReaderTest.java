package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.record.TableReader.Piece;
import org.trialseal.importers.testing.MemoryFile;

/** What a reader promises beside its cells. */
final class CsvTableReaderTest {
    private static final CsvDialect COMMA = new CsvDialect(',', Optional.of('"'), TextEncoding.UTF_8);

    @Test
    void nextTable_twice_skipsTheRestAndHasReadEveryByteOnce() throws Exception {
        String text = "a,b\n" + "1,\"2\n\"\n".repeat(5_000);
        CountedFile file = new CountedFile(MemoryFile.of("t.csv", text));
        try (TableReader reader = new CsvImporter().open(file, Tables.settings(COMMA), 512)) {
            assertThat(reader.nextTable().orElseThrow().name()).isEqualTo("t");
            assertThat(reader.nextPiece()).isPresent();
            assertThat(reader.nextTable()).isEmpty();
            assertThat(reader.nextPiece()).isEmpty();
        }
        assertThat(file.bytesRead).isEqualTo(text.length());
        assertThat(file.opened).isEqualTo(1);
        assertThat(file.closed).isEqualTo(1);
    }

    @Test
    void nextPiece_beforeATable_isACallersBug() throws Exception {
        try (TableReader reader = new CsvImporter().open(MemoryFile.of("t.csv", "a,b\n"), Tables.settings(COMMA))) {
            assertThatThrownBy(reader::nextPiece)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no table is open");
        }
    }

    @Test
    void decode_fromTheLastPieceToTheFirst_givesTheSameRows() throws Exception {
        MemoryFile file = MemoryFile.of("t.csv", "a,b\n1,x\n\"2\",\"y\ny\"\n3,z\n");
        List<Piece> pieces = Tables.pieces(file, Tables.settings(COMMA), 4);

        assertThat(pieces).hasSizeGreaterThan(1);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            assertThat(pieces.get(i).decode().cell(0, 0)).isEqualTo(Cell.text(String.valueOf(i + 1)));
        }
    }

    @Test
    void decode_recordsThatTheScanCutWrongly_isATypedRefusal() {
        String advice = "); this is a fault of the program, please report it; meanwhile the file can be sealed as a"
                + " document";
        assertDisagreement("1,2\n3\n", 2, false, "a record is too short" + advice);
        assertDisagreement("1,2,3\n", 1, false, "a record is too long" + advice);
        assertDisagreement("\"1\",2,3\n", 1, true, "a record of 3 fields was read" + advice);
        assertDisagreement("\"1\",2\n\"3\",4\n", 1, true, "more records were read than found" + advice);
        assertDisagreement("\n", 1, true, "fewer records were read than found" + advice);
        assertDisagreement("\"1,2\n", 1, true, "the parser stopped" + advice);
    }

    private static void assertDisagreement(String text, int count, boolean quoted, String reason) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BitSet flags = new BitSet();
        flags.set(0, quoted);
        int[] starts = {0, 4};
        ScannedRecords wrong = new ScannedRecords(bytes, 0, bytes.length, starts, flags, count, 2, 9);

        assertThatThrownBy(() -> new CsvPiece("t.csv", COMMA, wrong).decode())
                .isInstanceOf(MalformedException.class)
                .hasMessage("t.csv: from line 9 on: two readings of these lines disagree (" + reason);
    }

    /** Counts what is done with a file. */
    private static final class CountedFile implements DataFile {
        private final DataFile file;
        private long bytesRead;
        private int opened;
        private int closed;

        CountedFile(DataFile file) {
            this.file = file;
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public InputStream open() throws IOException {
            opened++;
            return new FilterInputStream(file.open()) {
                @Override
                public int read() {
                    throw new UnsupportedOperationException("slow");
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int count = super.read(target, offset, length);
                    bytesRead += Math.max(0, count);
                    return count;
                }

                @Override
                public void close() throws IOException {
                    closed++;
                    super.close();
                }
            };
        }
    }
}
