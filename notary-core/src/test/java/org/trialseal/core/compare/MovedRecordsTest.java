package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.testing.Seeded;

/** Which records moved, against the slow and obvious. */
final class MovedRecordsTest {
    private static final long VERY_MANY = 1L << 52;

    @TempDir
    private Path folder;

    private record Moved(long row, long position) {}

    /** What is found when the rows, from 0, have these positions and come in several streams. */
    private List<Moved> moved(List<Long> positions, Random random, long bound) throws Exception {
        try (HiddenFolder hidden = HiddenFolder.create(folder, new SecureRandom())) {
            int streams = 1 + random.nextInt(4);
            List<MatchedRuns> runs = Stream.generate(() -> new MatchedRuns(hidden.newFile()))
                    .limit(streams)
                    .toList();
            for (int row = 0; row < positions.size(); row++) {
                runs.get(random.nextInt(streams)).add(row, positions.get(row));
            }
            MovedRecords moved = MovedRecords.find(bound, positions.size(), hidden, runs);
            List<Moved> all = new ArrayList<>();
            moved.visit((row, position) -> all.add(new Moved(row, position)));
            assertThat(moved.count()).isEqualTo(all.size());
            return all;
        }
    }

    /** All that do not belong to the sequence that is found from the end, in quadratic time. */
    private static List<Moved> expected(List<Long> positions) {
        int[] lengths = new int[positions.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 1;
            for (int j = 0; j < i; j++) {
                if (positions.get(j) < positions.get(i)) {
                    lengths[i] = Math.max(lengths[i], lengths[j] + 1);
                }
            }
        }
        int wanted = Arrays.stream(lengths).max().orElse(0);
        long before = Long.MAX_VALUE;
        List<Moved> moved = new ArrayList<>();
        for (int i = lengths.length - 1; i >= 0; i--) {
            if (lengths[i] == wanted && positions.get(i) < before) {
                before = positions.get(i);
                wanted--;
            } else {
                moved.add(new Moved(i, positions.get(i)));
            }
        }
        assertThat(wanted).isZero();
        Collections.reverse(moved);
        return moved;
    }

    private static List<Long> ascending(int rows) {
        return new ArrayList<>(LongStream.range(0, rows).boxed().toList());
    }

    private void requireExpected(List<Long> positions, Random random, long bound) throws Exception {
        assertThat(moved(positions, random, bound)).as(positions.toString()).isEqualTo(expected(positions));
        assertThat(moved(positions, random, VERY_MANY))
                .as("a package that claims very many records: " + positions)
                .isEqualTo(expected(positions));
    }

    @Test
    void find_aFewMovedOrAllShuffled_isWhatDoesNotBelongToALongestSequence() throws Exception {
        Random random = Seeded.random("moved");
        for (int round = 0; round < 200; round++) {
            List<Long> positions = ascending(1 + random.nextInt(90));
            for (int moves = random.nextInt(8); moves > 0; moves--) {
                positions.add(random.nextInt(positions.size()), positions.remove(random.nextInt(positions.size())));
            }
            if (round % 5 == 0) {
                Collections.shuffle(positions, random);
            }
            requireExpected(positions, random, 90);
        }
    }

    @Test
    void find_positionsThatLackOrAreTwice_isWhatDoesNotBelongToALongestSequence() throws Exception {
        Random random = Seeded.random("moved, repeated");
        for (int round = 0; round < 200; round++) {
            int bound = 1 + random.nextInt(80);
            List<Long> positions = new ArrayList<>(Stream.generate(() -> (long) random.nextInt(bound))
                    .limit(random.nextInt(60))
                    .toList());
            requireExpected(positions, random, bound);
        }
    }

    @Test
    void find_positionsThatCannotBe_leavesThemOut() throws Exception {
        Random random = Seeded.random("moved, impossible");
        List<Long> positions = List.of(3L, -1L, 1L, 4L, 99L, Long.MAX_VALUE, Long.MIN_VALUE, 2L);
        assertThat(moved(positions, random, 5)).containsExactly(new Moved(0, 3), new Moved(3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "'0,1,2,3', ''",
        "'1,0', '0'",
        "'1,2,3,0', '3'",
        "'3,0,1,2', '0'",
        "'2,3,0,1', '0,1'",
        "'0,3,2,1,4', '1,2'",
        "'', ''"
    })
    void find_smallOrders_isTheRowsThatAPersonWouldName(String positions, String rows) throws Exception {
        assertThat(moved(numbers(positions), Seeded.random("small"), 10))
                .extracting(Moved::row)
                .containsExactlyElementsOf(numbers(rows));
    }

    private static List<Long> numbers(String list) {
        return Stream.of(list.split(","))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    /** Several windows, levels and blocks: what is left ascends, and is as long as a simple count says. */
    @Test
    void find_hundredsOfThousands_leavesALongestSequence() throws Exception {
        Random random = Seeded.random("many moved");
        int rows = 300_000;
        List<Supplier<List<Long>>> orders = List.of(
                () -> {
                    List<Long> shuffled = ascending(rows);
                    Collections.shuffle(shuffled, random);
                    return shuffled;
                },
                () -> {
                    List<Long> reversed = ascending(rows);
                    Collections.reverse(reversed);
                    return reversed;
                },
                () -> {
                    List<Long> swapped = ascending(rows);
                    for (int i = 0; i < 500; i++) {
                        Collections.swap(swapped, random.nextInt(rows), random.nextInt(rows));
                    }
                    return swapped;
                },
                () -> {
                    List<Long> dealt = new ArrayList<>();
                    IntStream.range(0, 7)
                            .forEach(hand -> LongStream.range(0, rows)
                                    .filter(position -> position % 7 == hand)
                                    .forEach(dealt::add));
                    return dealt;
                });
        for (Supplier<List<Long>> order : orders) {
            List<Long> positions = order.get();
            List<Moved> moved = moved(positions, random, rows);
            List<Long> left = new ArrayList<>();
            int next = 0;
            for (int row = 0; row < rows; row++) {
                if (next < moved.size() && moved.get(next).row() == row) {
                    assertThat(moved.get(next++).position()).isEqualTo(positions.get(row));
                } else {
                    left.add(positions.get(row));
                }
            }
            assertThat(left).isSorted().hasSize(longest(positions));
        }
    }

    private static int longest(List<Long> positions) {
        long[] ends = new long[positions.size()];
        int size = 0;
        for (long position : positions) {
            int at = Arrays.binarySearch(ends, 0, size, position);
            ends[-at - 1] = position;
            size = Math.max(size, -at);
        }
        return size;
    }

    @Test
    void find_anything_leavesNoFile() throws Exception {
        moved(List.of(2L, 1L, 0L), Seeded.random("files"), 3);
        assertThat(folder).isEmptyDirectory();
    }
}
