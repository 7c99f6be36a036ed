package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.testing.Seeded;

final class ComparisonPartsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 4096, 4097, 300_000})
    void orderedSet_randomUse_isATreeSet(int bound) {
        Random random = Seeded.random("ordered set " + bound);
        OrderedSet set = new OrderedSet(bound);
        TreeSet<Long> expected = new TreeSet<>();
        for (int step = 0; step < 20_000; step++) {
            long number = random.nextInt(bound);
            if (expected.add(number)) {
                set.add(number);
            } else {
                expected.remove(number);
                set.remove(number);
            }
            long other = random.nextInt(bound);
            if (expected.contains(number) && expected.add(other)) {
                expected.remove(number);
                set.replace(number, other);
            }
            long from = random.nextInt(bound);
            Long above = expected.higher(from);
            assertThat(set.above(from)).isEqualTo(above == null ? -1 : above);
            assertThat(set.below(from)).isEqualTo(expected.headSet(from).size());
            assertThat(set.contains(from)).isEqualTo(expected.contains(from));
            assertThat(set.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void unfoundIndex_sameNames_areHandedOutInOrderAndOnce() {
        Random random = Seeded.random("unfound");
        UnfoundIndex index = new UnfoundIndex();
        List<int[]> expected = new ArrayList<>();
        for (int entry = 0; entry < 5_000; entry++) {
            int[] record = {random.nextInt(5), entry, random.nextInt(300)};
            expected.add(record);
            index.add(record[0], record[1], record[2]);
        }
        index.build();
        while (!expected.isEmpty()) {
            int[] wanted = expected.get(random.nextInt(expected.size()));
            int[] first = expected.stream()
                    .filter(record -> record[0] == wanted[0] && record[2] == wanted[2])
                    .findFirst()
                    .orElseThrow();
            int entry = index.first(wanted[0], wanted[2]);
            assertThat(index.index(entry)).isEqualTo(first[1]);
            index.remove(entry);
            expected.remove(first);
        }
        assertThat(index.first(0, 0)).isEqualTo(UnfoundIndex.NONE);
    }

    @Test
    void recordWindows_randomReads_giveEachRecord() throws Exception {
        int records = 100_000;
        RecordWindows windows = new RecordWindows(
                (record, count, target) -> {
                    for (int i = 0; i < count; i++) {
                        java.nio.ByteBuffer.wrap(target).putInt(i * 12, (int) record + i);
                    }
                },
                records,
                12);
        Random random = Seeded.random("windows");
        for (int i = 0; i < 20_000; i++) {
            int record = i % 2 == 0 ? random.nextInt(records) : records - 1 - i % 400;
            byte[] window = windows.load(record);
            assertThat(java.nio.ByteBuffer.wrap(window).getInt(windows.offset(record)))
                    .isEqualTo(record);
        }
    }

    @Test
    void hiddenFile_onDisk_isNotWhatWasWritten() throws Exception {
        byte[] words = "the subject's own words".getBytes(StandardCharsets.UTF_8);
        try (HiddenFolder hidden = HiddenFolder.create(folder, new SecureRandom())) {
            List<HiddenFolder.HiddenFile> files = List.of(hidden.newFile(), hidden.newFile());
            for (HiddenFolder.HiddenFile file : files) {
                try (DataOutputStream out = file.write()) {
                    out.write(words);
                }
            }
            List<byte[]> onDisk = new ArrayList<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    onDisk.add(Files.readAllBytes(path));
                }
            }
            assertThat(onDisk).hasSize(2).doesNotHaveDuplicates();
            assertThat(onDisk)
                    .allSatisfy(bytes -> assertThat(bytes).hasSameSizeAs(words).isNotEqualTo(words));
            for (HiddenFolder.HiddenFile file : files) {
                try (DataInputStream in = file.read()) {
                    assertThat(in.readAllBytes()).isEqualTo(words);
                }
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowSpool_rowsOfAllSizes_comeBackInOrder() throws Exception {
        Random random = Seeded.random("spool");
        try (HiddenFolder hidden = HiddenFolder.create(folder, new SecureRandom());
                RowSpool spool = new RowSpool(hidden.newFile(), 2)) {
            List<List<Cell>> written = new ArrayList<>();
            for (int row = 0; row < 40_000; row++) {
                RowBatch batch = new RowBatch(2);
                List<Cell> cells = List.of(
                        Cell.text("r" + row), row % 9_999 == 0 ? Cell.text("x".repeat(3 << 20)) : Cell.missing("A"));
                cells.forEach(batch::add);
                written.add(cells);
                spool.add(row, random.nextInt(5), row * 7L, batch, 0);
            }
            int[] next = new int[1];
            spool.visit((number, cursor, fingerprint, batch, row) -> {
                assertThat(number).isEqualTo(next[0]);
                assertThat(fingerprint).isEqualTo(next[0] * 7L);
                assertThat(List.of(batch.cell(row, 0), batch.cell(row, 1))).isEqualTo(written.get(next[0]));
                next[0]++;
            });
            assertThat(next[0]).isEqualTo(40_000);
        }
    }
}
