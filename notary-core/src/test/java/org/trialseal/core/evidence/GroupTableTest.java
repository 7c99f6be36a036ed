package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.testing.Seeded;

class GroupTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Tags that begin alike are spread as unevenly as can be. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 31", "1000, 0", "1000, 6", "1000, 20", "30000, 0"})
    void find_sealedTagOrAnother_isItsGroupOrNone(int size, int alike) throws IOException {
        Random random = Seeded.random("GroupTableTest." + size + "." + alike);
        TreeMap<Sha256, GroupTable.Group> groups = new TreeMap<>();
        while (groups.size() < size) {
            Sha256 tag = tag(random, alike);
            groups.put(tag, new GroupTable.Group(0, tag, tag, new TreeSlice(1, 2, 3, tag)));
        }
        ByteBuffer records = ByteBuffer.allocate(size * GroupTable.LENGTH);
        groups.values().forEach(group -> group.write(records));
        Path file = Files.write(folder.resolve("groups.bin"), records.array());
        try (GroupTable table = new GroupTable(file)) {
            long index = 0;
            for (Sha256 tag : groups.keySet()) {
                assertThat(table.find(tag).map(GroupTable.Group::index)).hasValue(index++);
            }
            for (int i = 0; i < 1_000; i++) {
                Sha256 tag = tag(random, random.nextBoolean() ? alike : 0);
                assertThat(table.find(tag).isPresent()).isEqualTo(groups.containsKey(tag));
            }
            byte[] last = new byte[Sha256.LENGTH];
            assertThat(table.find(Sha256.wrap(last))).isEmpty();
            Arrays.fill(last, (byte) 0xFF);
            assertThat(table.find(Sha256.wrap(last))).isEmpty();
        }
    }

    private static Sha256 tag(Random random, int alike) {
        byte[] tag = new byte[Sha256.LENGTH];
        random.nextBytes(tag);
        Arrays.fill(tag, 0, alike, (byte) 7);
        return Sha256.wrap(tag);
    }
}
