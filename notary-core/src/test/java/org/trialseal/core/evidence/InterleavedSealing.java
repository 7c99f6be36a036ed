package org.trialseal.core.evidence;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** A program of its own: seals rows that are made up while they are read, each subject's far apart. */
final class InterleavedSealing {
    static final int COLUMNS = 12;

    private static final int ROWS = 300_000;
    private static final int PER_PIECE = 1_000;
    private static final int SUBJECTS = 3_000;
    private static final byte[] VALUE = "a value of thirty bytes or so.".getBytes(StandardCharsets.US_ASCII);

    private InterleavedSealing() {}

    /** Seals into the folder named. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PathFile file = PathFile.of(Files.writeString(folder.resolve("lb.bin"), "made up"));
        MadeUp importer = new MadeUp();
        TestStudy study = new TestStudy(folder);
        FilePlan plan = importer.plan(file, Map.of(), Optional.empty(), List.of());
        study.seal(Requests.with(study.request("seal"), List.of(new SealItem.DataItem(file, importer, plan))));
    }

    private static final class MadeUp implements Importer {
        private final TestTable table = TestTable.grouped("LB", TestTable.names("C", COLUMNS), List.of());

        @Override
        public String id() {
            return "made-up";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int recognises(String name, byte[] head) {
            return 0;
        }

        @Override
        public FilePlan plan(
                DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys) {
            return new FilePlan(file.name(), id(), List.of(), List.of(table.plan()));
        }

        @Override
        public TableReader open(DataFile file, ImportSettings settings) throws java.io.IOException {
            InputStream in = file.open();
            return new TableReader() {
                private boolean begun;
                private int next;

                @Override
                public Optional<Table> nextTable() {
                    boolean first = !begun;
                    begun = true;
                    return first ? Optional.of(new Table("LB", Schema.ofNames(table.columns()))) : Optional.empty();
                }

                @Override
                public Optional<Piece> nextPiece() {
                    int from = next;
                    next += PER_PIECE;
                    return from < ROWS ? Optional.of(() -> rows(from)) : Optional.empty();
                }

                @Override
                public void close() throws java.io.IOException {
                    in.close();
                }
            };
        }

        private static RowBatch rows(int from) {
            RowBatch batch = new RowBatch(COLUMNS);
            for (int row = from; row < from + PER_PIECE; row++) {
                byte[] subject = Integer.toString(row % SUBJECTS).getBytes(StandardCharsets.US_ASCII);
                batch.add(CellType.TEXT, subject, 0, subject.length);
                for (int column = 1; column < COLUMNS; column++) {
                    batch.add(CellType.TEXT, VALUE, 0, VALUE.length);
                }
            }
            return batch;
        }
    }
}
