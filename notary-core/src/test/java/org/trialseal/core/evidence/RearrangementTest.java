package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.testing.Seeded;

class RearrangementTest {
    @TempDir
    private Path folder;

    private record Row(int group, int index, byte[] bytes) {}

    @ParameterizedTest
    @CsvSource({
        "1, 1, 8",
        "2, 1, 8",
        "500, 7, 8",
        "500, 7, 30",
        "500, 7, 4000",
        "500, 500, 64",
        "500, 1, 64",
        "64, 3, 128"
    })
    void apply_anyBucketSize_sortsAsInMemory(int count, int groups, int bucketBytes) throws Exception {
        Random random = Seeded.random("RearrangementTest");
        List<Row> rows = rows(random, count, groups, 8);
        assertThat(rearranged(rows, groups, 8, bucketBytes)).isEqualTo(inMemory(rows));
    }

    @Test
    void apply_recordsLongerThanABucket_sortsThem() throws Exception {
        List<Row> rows = rows(Seeded.random("RearrangementTest.long"), 60, 5, 100);
        assertThat(rearranged(rows, 5, 100, 10)).isEqualTo(inMemory(rows));
    }

    @Test
    void apply_noRecords_leavesAnEmptyFile() throws Exception {
        assertThat(rearranged(List.of(), 0, 8, 16)).isEmpty();
    }

    private static List<Row> rows(Random random, int count, int groups, int length) {
        int[] counts = new int[groups];
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int group = i < groups ? i : random.nextInt(groups);
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            rows.add(new Row(group, counts[group]++, bytes));
        }
        return rows;
    }

    private byte[] rearranged(List<Row> rows, int groups, int length, int bucketBytes) throws Exception {
        long[] starts = new long[groups];
        for (int group = 1; group < groups; group++) {
            int before = group - 1;
            starts[group] = starts[before]
                    + rows.stream().filter(row -> row.group() == before).count();
        }
        Path order = folder.resolve("order");
        Path records = folder.resolve("records");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(order))) {
            for (Row row : rows) {
                out.write(ByteBuffer.allocate(8)
                        .putInt(row.group())
                        .putInt(row.index())
                        .array());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        rows.forEach(row -> all.writeBytes(row.bytes()));
        Files.write(records, all.toByteArray());
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        new Rearrangement(order, group -> starts[group], rows.size(), bucketBytes)
                .apply(records, length, (placed, count) -> seen.write(placed, 0, count * length));
        assertThat(seen.toByteArray()).isEqualTo(Files.readAllBytes(records));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(order, records);
        }
        return Files.readAllBytes(records);
    }

    private static byte[] inMemory(List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(Row::group).thenComparingInt(Row::index));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sorted.forEach(row -> all.writeBytes(row.bytes()));
        return all.toByteArray();
    }
}
