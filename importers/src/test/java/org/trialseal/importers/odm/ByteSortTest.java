package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ByteSortTest {
    @Test
    void sorted_manyRunsInAFile_ascendsAndKeepsTheOrderOfEqualKeys() throws Exception {
        long seed = 20_261_121;
        System.err.println("byte sort: seed " + seed);
        Random random = new Random(seed);
        try (Spool spool = new Spool(10_000)) {
            ByteSort sort = new ByteSort(spool, 500);
            List<byte[][]> all = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                byte[] key = new byte[random.nextInt(3)];
                random.nextBytes(key);
                byte[] content = Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                all.add(new byte[][] {key, content});
                sort.add(key, content);
            }
            all.sort((one, other) -> Arrays.compareUnsigned(one[0], other[0]));
            ByteSort.Entries sorted = sort.sorted();
            for (byte[][] expected : all) {
                ByteSort.Entry entry = sorted.next();
                assertThat(entry).isNotNull();
                assertThat(new byte[][] {entry.key(), entry.content()}).isDeepEqualTo(expected);
            }
            assertThat(sorted.next()).isNull();
        }
    }

    @Test
    void sorted_nothing_isEmpty() throws Exception {
        try (Spool spool = new Spool(0)) {
            assertThat(new ByteSort(spool).sorted().next()).isNull();
        }
    }
}
