package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, ODM is refused by name, or planned and read alike; so it is when it is arranged as records. */
class OdmFuzzTest {
    @FuzzTest
    void planAndOpen_anyBytes_areRefusedOrReadAlike(byte[] bytes) throws IOException {
        MemoryFile file = MemoryFile.of("fuzz.xml", bytes);
        FilePlan plan;
        try {
            plan = Odm.plan(file);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.xml");
            return;
        }
        assertReadAlike(file, plan);
    }

    private static void assertReadAlike(MemoryFile file, FilePlan plan) throws IOException {
        try {
            Map<String, List<Map<String, String>>> tables = Odm.tables(file);
            assertThat(tables).hasSameSizeAs(plan.datasets());
            for (DatasetPlan planned : plan.datasets()) {
                assertThat((long) tables.get(planned.name()).size()).isEqualTo(planned.records());
            }
            assertRecordsReadAlike(file);
        } catch (MalformedException e) {
            throw new AssertionError("planned first, then refused", e);
        }
    }

    private static void assertRecordsReadAlike(MemoryFile file) throws IOException, MalformedException {
        RedcapRecordsImporter records = new RedcapRecordsImporter();
        FilePlan plan = records.plan(file, Map.of(), Optional.empty(), List.of());
        for (DatasetPlan planned : plan.datasets()) {
            assertThat((long) Odm.rows(records, file, planned).size()).isEqualTo(planned.records());
        }
    }
}
