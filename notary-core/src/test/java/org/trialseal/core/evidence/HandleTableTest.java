package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.testing.Seeded;

class HandleTableTest {
    private record Handle(long high, long low) {}

    @Test
    void findOrAdd_manyHandlesManyTimes_numbersThemByFirstAppearance() {
        Random random = Seeded.random("HandleTableTest.many");
        HandleTable table = new HandleTable();
        Map<Handle, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            Handle handle = new Handle(random.nextInt(3), random.nextInt(30_000) * 0x9e3779b97f4a7c15L >>> 7);
            int number = expected.computeIfAbsent(handle, h -> expected.size());
            if (table.findOrAdd(handle.high(), handle.low()) != number || table.size() != expected.size()) {
                fail("handle %s, number %s", i, number);
            }
        }
        expected.forEach((handle, number) ->
                assertThat(table.find(handle.high(), handle.low())).isEqualTo(number));
        assertThat(expected.size()).isGreaterThan(50_000);
        assertThat(table.find(-1, -1)).isEqualTo(-1);
    }

    @Test
    void findOrAdd_handlesOfTheSameSlot_areKeptApart() {
        HandleTable table = new HandleTable();
        for (int i = 0; i < 1_000; i++) {
            assertThat(table.findOrAdd(i, (long) i << 32)).isEqualTo(i);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(table.find(i, (long) i << 32)).isEqualTo(i);
            assertThat(table.find(i + 1, (long) i << 32)).isEqualTo(-1);
        }
    }

    @Test
    void findOrAdd_zeroHandle_isAHandleLikeOthers() {
        HandleTable table = new HandleTable();
        assertThat(table.find(0, 0)).isEqualTo(-1);
        assertThat(table.findOrAdd(0, 0)).isZero();
        assertThat(table.find(0, 0)).isZero();
        assertThat(table.findOrAdd(0, 0)).isZero();
    }
}
