package org.trialseal.importers.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The set of hashes against the JDK's. */
final class LongSetTest {
    @Test
    void add_randomValues_behavesLikeASet() {
        Random random = new Random(11);
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();
        List<Long> values = new ArrayList<>(List.of(0L, 0L, 1L, -1L, Long.MIN_VALUE));
        random.longs(20_000, -9_000, 9_000).forEach(values::add);
        random.longs(20_000).forEach(values::add);
        for (long value : values) {
            assertThat(set.add(value)).isEqualTo(expected.add(value));
        }
        assertThat(set.size()).isEqualTo(expected.size());

        set.clear();
        assertThat(set.size()).isZero();
        assertThat(set.add(0)).isTrue();
    }
}
