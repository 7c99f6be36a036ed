package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.testing.Seeded;

class NamedGroupsTest {
    private static final int SUBJECTS = 3_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Of four subjects in a row one is unknown, one was erased, and the study counts the others in another order. */
    private static final class Sealed implements NamedGroups.Subjects {
        private int searches;

        @Override
        public int number(CellType type, byte[] source, int offset, int length) {
            int subject = Integer.parseInt(new String(source, offset, length, StandardCharsets.US_ASCII));
            return type != CellType.TEXT || subject % 4 < 2 ? -1 : SUBJECTS - subject;
        }

        @Override
        public Optional<SealedGroup> find(Optional<Cell> subject, int number) {
            searches++;
            if (subject.isEmpty()) {
                return Optional.of(new SealedGroup(0, 0, 5, Optional.empty()));
            }
            int name = Integer.parseInt(subject.get().display());
            boolean sealed = subject.get().type() == CellType.TEXT && name % 4 != 0;
            return sealed ? Optional.of(group(name)) : Optional.empty();
        }
    }

    private static SealedGroup group(int subject) {
        byte[] key = new byte[GroupKey.LENGTH];
        key[3] = (byte) subject;
        Optional<GroupKey> known = subject % 4 == 1 ? Optional.empty() : Optional.of(new GroupKey(Bytes.copyOf(key)));
        return new SealedGroup(subject * 7L, subject * 1_000_000_000_000L, subject + 1, known);
    }

    private static RowBatch rows(List<Cell> subjects) {
        RowBatch batch = new RowBatch(2);
        for (Cell subject : subjects) {
            byte[] value = subject.value().toArray();
            batch.add(CellType.TEXT, new byte[] {'x'}, 0, 1);
            batch.add(subject.type(), value, 0, value.length);
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 1 << 14})
    void of_rowsInAnyOrder_isTheGroupNumberedByFirstAppearance(int quick) throws Exception {
        Random random = Seeded.random("NamedGroupsTest." + quick);
        List<Cell> subjects = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            boolean again = row > 0 && random.nextInt(3) == 0;
            Cell fresh = new Cell(
                    random.nextInt(9) == 0 ? CellType.TOKEN : CellType.TEXT,
                    Cell.text("" + random.nextInt(SUBJECTS)).value());
            subjects.add(again ? subjects.get(row - 1) : fresh);
        }
        RowBatch batch = rows(subjects);
        Map<Integer, Integer> expected = new LinkedHashMap<>();
        Path file = folder.resolve("groups.tmp");
        try (NamedGroups groups = NamedGroups.in(file, new SecureRandom(), new Sealed(), Optional.of(1), quick)) {
            for (int row = 0; row < subjects.size(); row++) {
                int subject = Integer.parseInt(subjects.get(row).display());
                NamedGroups.Named named = groups.of(batch, row);
                if (subjects.get(row).type() != CellType.TEXT || subject % 4 == 0) {
                    assertThat(named).as("row %s", row).isNull();
                    continue;
                }
                expected.putIfAbsent(subject, expected.size());
                assertThat(named)
                        .as("row %s", row)
                        .isEqualTo(new NamedGroups.Named(expected.get(subject), group(subject)));
                assertThat(groups.of(subjects.get(row))).isEqualTo(named);
            }
            assertThat(groups.size()).isEqualTo(expected.size()).isGreaterThan(1_500);
            for (Map.Entry<Integer, Integer> known : expected.entrySet()) {
                assertThat(groups.get(known.getValue())).isEqualTo(group(known.getKey()));
            }
            assertThat(Files.exists(file)).isEqualTo(quick < 1_500);
            NamedGroups.Named added = groups.add(group(4));
            assertThat(added.number()).isEqualTo(expected.size());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void of_datasetWithoutSubjects_isItsOnlyGroupSearchedForOnce() throws Exception {
        Sealed sealed = new Sealed();
        RowBatch batch = rows(List.of(Cell.text("1"), Cell.text("2")));
        Path file = folder.resolve("groups.tmp");
        try (NamedGroups groups = NamedGroups.in(file, new SecureRandom(), sealed, Optional.empty())) {
            assertThat(groups.of(batch, 0)).isSameAs(groups.of(batch, 1)).isNotNull();
            assertThat(groups.size()).isEqualTo(1);
        }
        assertThat(sealed.searches).isEqualTo(1);
    }
}
