package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, a file is refused, or read alike by the fast path and by Commons CSV, whatever the pieces. */
class CsvFuzzTest {
    @FuzzTest
    void planAndOpen_anyBytes_areRefusedOrReadAlike(byte[] bytes) throws IOException {
        MemoryFile file = MemoryFile.of("fuzz.csv", bytes);
        FilePlan plan;
        List<List<Cell>> cells;
        try {
            plan = Tables.plan(file);
            cells = Tables.cells(file);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.csv");
            return;
        }
        assertReadAlike(file, plan, cells);
    }

    private static void assertReadAlike(MemoryFile file, FilePlan plan, List<List<Cell>> cells) throws IOException {
        ImportSettings settings = Tables.settings(plan);
        try {
            assertThat(plan.datasets().get(0).records()).isEqualTo(cells.size());
            assertThat(Tables.cellsByReference(file, settings)).isEqualTo(cells);
            assertThat(Tables.cells(file, settings, 1)).isEqualTo(cells);
        } catch (MalformedException e) {
            throw new AssertionError("read first, then refused", e);
        }
    }
}
