package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.testing.Seeded;

class HandleTableTest {
    private static final int KEPT = 5_000;

    private final List<Handle> added = new ArrayList<>();
    private final HandleTable table = new HandleTable(this::is, KEPT);

    private record Handle(long high, long low) {}

    private boolean is(int number, long high, long low) {
        assertThat(number).as("a handle that the table keeps itself").isGreaterThanOrEqualTo(KEPT);
        return added.get(number).equals(new Handle(high, low));
    }

    private int findOrAdd(Handle handle) throws IOException {
        int number = table.find(handle.high(), handle.low());
        if (number >= 0) {
            return number;
        }
        added.add(handle);
        return table.add(handle.high(), handle.low());
    }

    @Test
    void add_manyHandlesManyTimes_numbersThemByFirstAppearance() throws IOException {
        Random random = Seeded.random("HandleTableTest.many");
        Map<Handle, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long low = random.nextInt(30_000) * 0x9e3779b97f4a7c15L;
            Handle handle = new Handle(Long.rotateLeft(low, 29) + random.nextInt(3), low);
            int number = expected.computeIfAbsent(handle, h -> expected.size());
            if (findOrAdd(handle) != number || table.size() != expected.size()) {
                fail("handle %s, number %s", i, number);
            }
        }
        for (Map.Entry<Handle, Integer> known : expected.entrySet()) {
            assertThat(table.find(known.getKey().high(), known.getKey().low())).isEqualTo(known.getValue());
        }
        assertThat(expected.size()).isGreaterThan(50_000);
        assertThat(table.find(-1, -1)).isEqualTo(-1);
    }

    @Test
    void add_handlesThatDifferInTheirLastBitsAlone_areKeptApart() throws IOException {
        for (int i = 0; i < 2 * KEPT; i++) {
            assertThat(findOrAdd(new Handle(i % 3, (long) i << 8))).isEqualTo(i);
        }
        for (int i = 0; i < 2 * KEPT; i += 97) {
            assertThat(table.find(i % 3, (long) i << 8)).isEqualTo(i);
            assertThat(table.find((i + 1) % 3, (long) i << 8)).isEqualTo(-1);
        }
    }

    @Test
    void add_handlesOfTheHighestBits_goRoundTheEnd() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(findOrAdd(new Handle(-1L - i, 0))).isEqualTo(i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(table.find(-1L - i, 0)).isEqualTo(i);
        }
    }

    @Test
    void add_zeroHandle_isAHandleLikeOthers() throws IOException {
        assertThat(table.find(0, 0)).isEqualTo(-1);
        assertThat(findOrAdd(new Handle(0, 0))).isZero();
        assertThat(table.find(0, 0)).isZero();
    }
}
