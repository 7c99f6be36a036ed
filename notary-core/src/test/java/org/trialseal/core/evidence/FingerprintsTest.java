package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.SpecHash;

class FingerprintsTest {
    @Test
    void of_randomRows_isTheHashOfTheKeyColumns() {
        Random random = Seeded.random("FingerprintsTest.key");
        for (int i = 0; i < 200; i++) {
            List<Cell> row = RandomRows.row(random, 6, 1_000);
            int[] columns = random.nextBoolean() ? new int[] {0, 1, 2, 3, 4, 5} : new int[] {4, random.nextInt(4)};
            byte[] key = new byte[32];
            random.nextBytes(key);
            KeyFingerprint fingerprint = new KeyFingerprint(columns);
            fingerprint.useGroup(key);
            byte[] input = SpecHash.cat(0x20, key);
            for (int column : columns) {
                input = SpecHash.cat(input, SpecHash.cell(row.get(column)));
            }
            assertThat(SpecHash.u64(fingerprint.of(RandomRows.batch(List.of(row)), 0)))
                    .isEqualTo(Arrays.copyOf(SpecHash.h((Object) input), 8));
        }
    }

    @Test
    void write_record_keepsPrefixesAndAMaskedPosition() {
        Random random = Seeded.random("FingerprintsTest.layout");
        RecordHasher hasher = new RecordHasher(5);
        byte[] key = new byte[32];
        random.nextBytes(key);
        hasher.useGroup(new GroupKey(Bytes.copyOf(key)));
        hasher.commit(RandomRows.batch(List.of(RandomRows.row(random, 5, 9))), 0, 3, 1234);
        FingerprintLayout layout = new FingerprintLayout(5);
        byte[] record = new byte[layout.length() + 4];
        layout.write(hasher, 1234, 77, record, 4);
        assertThat(layout.length()).isEqualTo(8 + 8 + 5 * 8);
        assertThat(layout.position(record, 4, hasher.positionMask())).isEqualTo(1234);
        assertThat(layout.keyFingerprint(record, 4)).isEqualTo(77);
        assertThat(ByteBuffer.wrap(record).getLong(4)).isNotEqualTo(1234);
        for (int column = 1; column <= 5; column++) {
            int from = 4 + layout.fieldOffset(column);
            assertThat(Arrays.copyOfRange(record, from, from + 8))
                    .isEqualTo(Arrays.copyOf(hasher.commitment(column).toArray(), 8));
        }
    }
}
