package org.trialseal.importers.xport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, a transport file is refused by name, or planned and read alike, whatever the pieces. */
class XportFuzzTest {
    @FuzzTest
    void planAndOpen_anyBytes_areRefusedOrReadAlike(byte[] bytes) throws IOException {
        MemoryFile file = MemoryFile.of("fuzz.xpt", bytes);
        FilePlan plan;
        try {
            plan = Transport.plan(file);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.xpt");
            return;
        }
        assertReadAlike(file, plan);
    }

    private static void assertReadAlike(MemoryFile file, FilePlan plan) throws IOException {
        try {
            List<Transport.Dataset> read = Transport.read(file);
            assertThat(Transport.read(file, Map.of(), 1)).isEqualTo(read);
            assertThat(read).hasSameSizeAs(plan.datasets());
            for (int i = 0; i < read.size(); i++) {
                DatasetPlan planned = plan.datasets().get(i);
                assertThat(read.get(i).schema()).isEqualTo(planned.schema());
                assertThat((long) read.get(i).rows().size()).isEqualTo(planned.records());
            }
        } catch (MalformedException e) {
            throw new AssertionError("planned first, then refused", e);
        }
    }
}
