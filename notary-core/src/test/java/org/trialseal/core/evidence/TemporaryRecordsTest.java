package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.testing.Seeded;

class TemporaryRecordsTest {
    private static final int LENGTH = 56;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static byte[] record(int number) {
        return ByteBuffer.allocate(LENGTH)
                .putInt(number)
                .putLong(20, number * 31L)
                .array();
    }

    @Test
    void get_recordsInMemoryOnDiskAndInBetween_areThoseThatWereAdded() throws IOException {
        Random random = Seeded.random("TemporaryRecordsTest");
        Path file = folder.resolve("records.tmp");
        try (TemporaryRecords records = new TemporaryRecords(file, LENGTH, 1 << 14, new SecureRandom())) {
            for (int i = 0; i < 5_000; i++) {
                records.add(record(i));
                int earlier = random.nextInt(i + 1);
                assertThat(records.get(earlier))
                        .as("record %s of %s", earlier, i + 1)
                        .isEqualTo(record(earlier));
            }
            assertThat(records.size()).isEqualTo(5_000);
            for (int i = 0; i < 5_000; i++) {
                assertThat(records.get(i)).isEqualTo(record(i));
            }
            assertThat(file).exists();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void file_whatItHolds_isNotWhatWasAdded() throws IOException {
        Path file = folder.resolve("records.tmp");
        byte[] secret = new byte[LENGTH];
        java.util.Arrays.fill(secret, (byte) 0x5A);
        try (TemporaryRecords records = new TemporaryRecords(file, LENGTH, 0, new SecureRandom())) {
            for (int i = 0; i < 1_000; i++) {
                records.add(secret);
            }
            String written = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(written).isNotEmpty().doesNotContain("ZZZZZZ");
        }
    }

    @Test
    void add_fewRecords_makesNoFile() throws IOException {
        Path file = folder.resolve("records.tmp");
        try (TemporaryRecords records = new TemporaryRecords(file, LENGTH, 1 << 14, new SecureRandom())) {
            records.add(record(0));
            assertThat(records.get(0)).isEqualTo(record(0));
            assertThat(file).doesNotExist();
        }
    }
}
