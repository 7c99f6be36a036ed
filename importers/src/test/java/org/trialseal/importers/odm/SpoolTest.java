package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SpoolTest {
    @Test
    void read_inAnyOrder_givesWhatWasAdded() throws Exception {
        long seed = 20_260_315;
        System.err.println("spool: seed " + seed);
        Random random = new Random(seed);
        try (Spool spool = new Spool(1000)) {
            List<byte[]> added = new ArrayList<>();
            List<Spool.Block> blocks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                byte[] bytes = new byte[random.nextInt(100)];
                random.nextBytes(bytes);
                added.add(bytes.clone());
                blocks.add(spool.add(bytes));
            }
            for (int i = blocks.size() - 1; i >= 0; i--) {
                assertThat(spool.read(blocks.get(i))).isEqualTo(added.get(i));
            }
            assertThat(blocks.get(0).isInMemory()).isTrue();
            assertThat(blocks.get(199).isInMemory()).isFalse();
        }
    }
}
