package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SlowDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestTable;

/** Fields of records so wide that their commitments are hashed in groups. */
class WideHidingTest {
    private static final int COLUMNS = 130;
    private static final int ROWS = 6;
    private static final int ROW = 4;
    private static final int RUN = 64;

    @TempDir
    private Path folder;

    private static String value(int row, int column) {
        return "<" + row + "/" + column + ">";
    }

    private static TestTable table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text("subject-" + row % 2 + ".")));
            for (int column = 2; column <= COLUMNS; column++) {
                cells.add(Cell.text(value(row, column)));
            }
            rows.add(cells);
        }
        return TestTable.grouped("WIDE", TestTable.names("COL", COLUMNS), rows);
    }

    @Test
    void package_ofAFieldOfAWideRecord_hidesAllElse() throws Exception {
        TestTable table = table();
        Proving proving = Proving.of(folder, table);
        for (int shown : new int[] {63, 64, 127, 128, 130}) {
            Path file = proving.proveRecord("WIDE", Map.of("COL2", value(ROW, 2)), "COL" + shown);
            Proving.verified(file);
            Haystack haystack = Haystack.of(file);
            for (SlowDataset.Group group : groups(proving, table)) {
                assertThat(haystack.holds(group.key)).as("a group key").isFalse();
                for (int index = 0; index < group.positions.size(); index++) {
                    requireHidden(haystack, group, index, shown);
                }
            }
            assertThat(haystack.holds("subject-")).isFalse();
        }
    }

    private static List<SlowDataset.Group> groups(Proving proving, TestTable table) throws Exception {
        try (StudyStore store = proving.study.store(proving.seal)) {
            return SlowDataset.of(
                            table,
                            store,
                            proving.seal.statement().nonce(),
                            1,
                            proving.openings.get(1).tagKey())
                    .groups;
        }
    }

    /** Of the shown column its salt and value are there, of its run the commitments, of other runs not even these. */
    private static void requireHidden(Haystack haystack, SlowDataset.Group group, int index, int shown) {
        int row = group.positions.get(index);
        for (int column = 0; column <= COLUMNS; column++) {
            byte[] salt = SpecHash.salt(group.key, index, column);
            byte[] cell = column == 0
                    ? SpecHash.positionCell(row)
                    : SpecHash.cell(
                            column == 1 ? Cell.text("subject-" + row % 2 + ".") : Cell.text(value(row, column)));
            boolean isShown = row == ROW && column == shown;
            boolean isOfItsRun = row == ROW && column / RUN == shown / RUN;
            assertThat(haystack.holds(salt)).as("salt %d/%d", row, column).isEqualTo(isShown);
            assertThat(haystack.holds(SpecHash.commitment(salt, column, cell)))
                    .as("commitment %d/%d", row, column)
                    .isEqualTo(isOfItsRun && !isShown);
            if (column > 1) {
                assertThat(haystack.holds(value(row, column)))
                        .as(value(row, column))
                        .isEqualTo(isShown);
            }
        }
    }
}
