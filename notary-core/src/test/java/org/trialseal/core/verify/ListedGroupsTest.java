package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;

final class ListedGroupsTest {
    private static final int COUNT = 2_500;

    @Test
    void contains_everyEntryOfSeveralBlocks_isFoundWithItsBodyOnly() {
        List<Sha256> hashes = IntStream.range(0, COUNT + 1)
                .mapToObj(ListedGroupsTest::hash)
                .sorted()
                .toList();
        ListedGroups listed = new ListedGroups();
        for (int i = 0; i < COUNT; i++) {
            listed.add(hashes.get(i), hash(i));
        }

        assertThat(listed.count()).isEqualTo(COUNT);
        assertThat(listed.ascending()).isTrue();
        for (int i = 0; i < COUNT; i++) {
            assertThat(listed.contains(hashes.get(i))).as("tag %d", i).isTrue();
            assertThat(listed.contains(hashes.get(i), hash(i))).as("body %d", i).isTrue();
            assertThat(listed.contains(hashes.get(i), hash(i + 1))).isFalse();
        }
        assertThat(listed.contains(hashes.get(COUNT))).isFalse();
        assertThat(listed.contains(hashes.get(COUNT), hash(COUNT))).isFalse();
    }

    private static Sha256 hash(int number) {
        return Sha256.of(new byte[] {(byte) (number >>> 8), (byte) number});
    }
}
