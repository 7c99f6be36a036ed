package org.trialseal.importers.datasetjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, Dataset-JSON is refused by name, or planned and read alike, whatever the pieces. */
class DatasetJsonFuzzTest {
    private static final int LARGE = 1 << 20;

    @FuzzTest
    void planAndOpen_anyBytes_areRefusedOrReadAlike(byte[] bytes) throws IOException {
        MemoryFile file = MemoryFile.of("fuzz.json", bytes);
        FilePlan plan;
        try {
            plan = Datasets.plan(file);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.json");
            return;
        }
        assertReadAlike(file, plan.datasets().get(0));
    }

    private static void assertReadAlike(MemoryFile file, DatasetPlan plan) throws IOException {
        try {
            List<List<Cell>> rows = Datasets.rows(file, LARGE);
            assertThat(Datasets.rows(file, 1)).isEqualTo(rows);
            assertThat((long) rows.size()).isEqualTo(plan.records());
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row).hasSize(plan.schema().size()));
        } catch (MalformedException e) {
            throw new AssertionError("planned first, then refused", e);
        }
    }
}
