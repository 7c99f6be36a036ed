package org.trialseal.app.work.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLine.Side;
import org.trialseal.app.work.compare.ComparisonLine.What;

/** The order of lines. */
final class SortKeyTest {
    private static final long SEED = 20260314;

    private static SortKey key(Side side) {
        ComparisonLine line = new ComparisonLine(
                "lb",
                Kind.CHANGED,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "A",
                side,
                new Side(What.NOT_KEPT, ""));
        return SortKey.of(line, LineChoice.Order.SEALED_VALUE);
    }

    private static int compare(SortKey one, SortKey other) {
        int first = Long.compareUnsigned(one.first(), other.first());
        return first != 0 ? first : Long.compareUnsigned(one.second(), other.second());
    }

    @Test
    void of_valuesInTheirOrder_ascends() {
        List<String> ascending = List.of(
                "-1e9",
                "-2.5",
                "-2",
                "0",
                "0.5",
                "2",
                "10",
                "1e3",
                "",
                "ABC",
                "abd",
                "b",
                "long text beyond",
                "zürich");
        List<SortKey> keys = new ArrayList<>();
        for (String text : ascending) {
            if (!text.isEmpty()) {
                keys.add(key(new Side(What.VALUE, text)));
            }
        }
        keys.add(key(new Side(What.EMPTY, "")));
        keys.add(key(new Side(What.NOT_KEPT, "")));
        assertThat(keys).isSortedAccordingTo(SortKeyTest::compare).doesNotHaveDuplicates();
    }

    @Test
    void sorted_randomNumbers_isAStableSort() {
        System.out.println("sorted: seed " + SEED);
        Random random = new Random(SEED);
        for (int size : new int[] {0, 1, 2, 3, 17, 1_000, 4_096}) {
            int[] values = random.ints(size, 0, 50).toArray();
            int[] sorted = IndexSort.sorted(size, (one, other) -> Integer.compare(values[one], values[other]));
            Integer[] expected = IntStream.range(0, size).boxed().toArray(Integer[]::new);
            java.util.Arrays.sort(expected, Comparator.comparingInt(i -> values[i]));
            assertThat(sorted).containsExactly(expected);
        }
    }
}
