package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.testing.Seeded;

/** A large table in random order, with an index that holds only a small part of it at a time. */
final class ShuffledComparisonTest {
    private static final int ROWS = 100_000;
    private static final ComparisonLimits TINY = new ComparisonLimits(4, 2_000, 1_000_000, 2_000, 250_000, 200, 3);

    @TempDir
    private Path folder;

    private static PlainTable table(boolean grouped) {
        PlainTable table = PlainTable.of(
                "big",
                "SUBJ,SEQ,NUMBER,VALUE",
                grouped ? Optional.of("SUBJ") : Optional.empty(),
                grouped ? List.of("SEQ") : List.of("SUBJ", "SEQ"));
        for (int row = 0; row < ROWS; row++) {
            table.row("S" + row % 700, "" + row / 700, "" + row, "v" + row * 31L % 9973);
        }
        return table;
    }

    @Test
    void compare_shuffledGroups_findsEveryRecord() throws Exception {
        requireFound(table(true));
    }

    @Test
    void compare_shuffledAndUngrouped_findsEveryRecord() throws Exception {
        requireFound(table(false));
    }

    private void requireFound(PlainTable table) throws Exception {
        Random random = Seeded.random("shuffle");
        List<List<String>> rows = new ArrayList<>(table.rows());
        Collections.shuffle(rows, random);
        PlainTable later = table.withRows(rows);
        later.set(10, "VALUE", "x").set(50_000, "VALUE", "y").set(99_999, "SEQ", "z");
        later.rows().remove(77);
        long moved = moved(later);
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(study.options(), TINY, study.later(later, ","))
                    .artifacts()
                    .get(0);
            assertThat(result.counts()).isEqualTo(new Counts(0, 1, 3, moved));
            assertThat(result.differences())
                    .filteredOn(difference -> difference.kind() == Difference.Kind.CHANGED)
                    .extracting(difference -> difference.record().orElse(-1) + " "
                            + difference.fields().get(0).name())
                    .containsExactly("11 VALUE", "50000 VALUE", "99999 SEQ");
            assertThat(result.differences()).hasSize(ArtifactComparison.MAX_DIFFERENCES);
            assertThat(result.differences().subList(0, 4))
                    .as("what changed is not hidden behind what only moved")
                    .noneMatch(difference -> difference.kind() == Difference.Kind.REORDERED);
            for (Difference difference : result.differences().subList(4, ArtifactComparison.MAX_DIFFERENCES)) {
                int row = (int) difference.record().orElseThrow() - 1;
                assertThat(difference.kind()).isEqualTo(Difference.Kind.REORDERED);
                assertThat(difference.sealedRecord()).hasValue(Long.parseLong(later.get(row, "NUMBER")) + 1);
                assertThat(difference.key()).containsEntry("SUBJ", later.get(row, "SUBJ"));
            }
            assertThat(result.notes()).contains("Not all differences are listed; the counts are of all.");
        }
    }

    /** Rows less the longest ascending sequence of their numbers. */
    private static long moved(PlainTable later) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (int row = 0; row < later.rows().size(); row++) {
            int number = Integer.parseInt(later.get(row, "NUMBER"));
            Integer above = ends.higher(number);
            ends.add(number);
            if (above != null) {
                ends.remove(above);
            }
        }
        return later.rows().size() - ends.size();
    }

    @Test
    void compare_manyRecordsRemovedAtOnce_findsTheThreadAgain() throws Exception {
        PlainTable table = table(false);
        PlainTable later = table.withRows(table.rows().subList(3_000, ROWS));
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(study.options(), TINY, study.later(later, ","))
                    .artifacts()
                    .get(0);
            assertThat(result.counts()).isEqualTo(new Counts(0, 3_000, 0, 0));
            assertThat(result.differences().get(0).sealedRecord()).hasValue(1);
        }
    }

    @Test
    void compare_aColumnChangedInEveryRow_countsThemAllAndListsTheFirst() throws Exception {
        PlainTable table = table(true);
        PlainTable later = table.copy();
        later.rows().forEach(row -> row.set(3, "changed"));
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(study.options(), TINY, study.later(later, ","))
                    .artifacts()
                    .get(0);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, ROWS, 0));
            assertThat(result.differences()).hasSize(ArtifactComparison.MAX_DIFFERENCES);
            assertThat(result.differences().get(9_999).record()).hasValue(10_000);
            assertThat(result.notes()).contains("Not all differences are listed; the counts are of all.");
        }
    }
}
