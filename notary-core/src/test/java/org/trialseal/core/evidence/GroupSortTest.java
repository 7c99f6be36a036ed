package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.testing.Seeded;

class GroupSortTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Some tags differ in their last byte alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10_000, 40_000})
    void drainTo_anyTags_givesTheOrderOfUnsignedBytes(int size) throws IOException {
        Random random = Seeded.random("GroupSortTest." + size);
        List<Sha256> tags = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] tag = new byte[Sha256.LENGTH];
            random.nextBytes(tag);
            if (i % 10 == 9) {
                tag = tags.get(i - 1).toArray();
                tag[31] ^= 1;
            }
            tags.add(Sha256.wrap(tag));
        }
        List<Sha256> sorted = new ArrayList<>();
        List<Sha256> roots = new ArrayList<>();
        try (GroupSort sort = new GroupSort(folder, size)) {
            for (Sha256 tag : tags) {
                sort.add(new GroupTable.Group(0, tag, tag, new TreeSlice(1, 2, 3, tag)));
            }
            sort.drainTo((records, offset) -> {
                sorted.add(Sha256.read(records, offset));
                roots.add(Sha256.read(records, offset + 2 * Sha256.LENGTH));
            });
        }
        List<Sha256> expected = new ArrayList<>(tags);
        expected.sort(Comparator.naturalOrder());
        assertThat(sorted).isEqualTo(expected);
        assertThat(roots).isEqualTo(expected);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
