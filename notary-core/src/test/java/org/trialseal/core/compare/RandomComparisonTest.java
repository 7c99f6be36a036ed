package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.testing.Seeded;

/** Random tables with random edits against the oracle. */
final class RandomComparisonTest {
    private static final int ROUNDS = 16;
    private static final int ROWS = 120;
    private static final ComparisonLimits TINY = new ComparisonLimits(2, 7, 50_000, 2_000, 250_000, 200, 3);

    @TempDir
    private Path folder;

    /** What kind of table. */
    enum Shape {
        GROUPED(5, true, true, true, 12),
        INTERLEAVED(5, true, true, false, 12),
        UNGROUPED(5, false, true, true, 12),
        WIDE(70, true, true, false, 12),
        REPEATED_KEYS(5, true, true, false, 3),
        WITHOUT_KEY(6, true, false, false, 12),
        WITHOUT_ANYTHING(6, false, false, true, 12);

        private final int columns;
        private final boolean grouped;
        private final boolean keyed;
        private final boolean contiguous;
        private final int keys;

        Shape(int columns, boolean grouped, boolean keyed, boolean contiguous, int keys) {
            this.columns = columns;
            this.grouped = grouped;
            this.keyed = keyed;
            this.contiguous = contiguous;
            this.keys = keys;
        }

        PlainTable table(Random random) {
            List<String> columns = new ArrayList<>(List.of("SUBJ", "SEQ"));
            for (int column = 2; column < this.columns; column++) {
                columns.add("C" + column);
            }
            PlainTable table = new PlainTable(
                    "data",
                    columns,
                    grouped ? Optional.of("SUBJ") : Optional.empty(),
                    keyed ? (grouped ? List.of("SEQ") : List.of("SUBJ", "SEQ")) : List.of(),
                    new ArrayList<>());
            RandomEdits values = new RandomEdits(random);
            for (int row = 0; row < ROWS; row++) {
                int subject = contiguous ? row / 12 : row % 10;
                List<String> cells =
                        new ArrayList<>(List.of("S" + subject, "" + (contiguous ? row % 12 : row / 10) % keys));
                for (int column = 2; column < this.columns; column++) {
                    cells.add(values.value());
                }
                table.rows().add(cells);
            }
            return table;
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void compare_randomEdits_findsWhatTheOracleFinds(Shape shape) throws Exception {
        Random random = Seeded.random("compare " + shape);
        PlainTable table = shape.table(random);
        RandomEdits edits = new RandomEdits(random);
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            PathFile shown = study.prove(new Selection.All(Set.of()));
            for (int round = 0; round < ROUNDS; round++) {
                PlainTable later = table.copy();
                List<RandomEdits.Edit> applied = new ArrayList<>();
                for (int edit = random.nextInt(5); edit >= 0; edit--) {
                    List<RandomEdits.Edit> kinds = List.of(RandomEdits.Edit.values());
                    RandomEdits.Edit kind = kinds.get(random.nextInt(kinds.size()));
                    if (kind != RandomEdits.Edit.DUPLICATE || shape != Shape.REPEATED_KEYS) {
                        applied.add(kind);
                        edits.apply(kind, later);
                    }
                }
                String what = applied.toString();
                ComparisonLimits limits = round % 2 == 0 ? TINY : ComparisonLimits.standard();
                LaterFile file = study.later(later, ",");
                ComparisonReport byFolder = study.compare(study.options().withOldData(study.oldData()), limits, file);
                requireExpected(table, later, byFolder.artifacts().get(0), what);
                PackageComparison.Result byPackage = study.compareWith(shown, limits, file);
                assertThat(byPackage.comparison().verdict()).as(what).isEqualTo(byFolder.verdict());
                requireExpected(table, later, byPackage.comparison().artifacts().get(0), what);
            }
        }
    }

    private static void requireExpected(PlainTable table, PlainTable later, ArtifactComparison result, String what) {
        RowOracle.Expected expected = RowOracle.compare(table, later);
        assertThat(RowOracle.text(result.differences(), later)).as(what).isEqualTo(expected.differences());
        if (RowOracle.allDiffer(later)) {
            assertThat(result.counts()).as(what).isEqualTo(expected.counts());
        }
        MovedOracle.requireRight(table, later, result, what);
        assertThat(result.records()).isEqualTo(later.rows().size());
        assertThat(result.state())
                .as(what)
                .isEqualTo(expected.counts().equals(Counts.none()) ? State.IDENTICAL : State.ALTERED);
        for (Difference difference : result.differences()) {
            requireValues(table, later, difference);
        }
    }

    /** Old and new values are those of the plain rows. */
    private static void requireValues(PlainTable table, PlainTable later, Difference difference) {
        for (FieldChange field : difference.fields()) {
            int before = (int) difference.sealedRecord().orElseThrow() - 1;
            int now = (int) difference.record().orElseThrow() - 1;
            assertThat(field.before()).hasValue(Cell.ofCharacters(table.get(before, field.name())));
            assertThat(field.now()).hasValue(Cell.ofCharacters(later.get(now, field.name())));
        }
        if (difference.kind() == Difference.Kind.REMOVED) {
            int before = (int) difference.sealedRecord().orElseThrow() - 1;
            difference.key().forEach((column, value) -> assertThat(value).isEqualTo(table.get(before, column)));
            assertThat(difference.key().keySet()).containsAll(table.keys());
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void compare_otherDelimiter_isReencoded(Shape shape) throws Exception {
        PlainTable table = shape.table(Seeded.random("re-encode " + shape));
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(
                            study.options(), ComparisonLimits.standard(), study.later(table, ";"))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.RE_ENCODED);
            assertThat(result.counts()).isEqualTo(Counts.none());
            assertThat(result.notes()).containsExactly("Written otherwise: delimiter \",\" -> \";\".");
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void compare_columnsInAnotherOrder_findsTheSameRecords(Shape shape) throws Exception {
        Random random = Seeded.random("columns " + shape);
        PlainTable table = shape.table(random);
        List<String> columns = new ArrayList<>(table.columns());
        Collections.shuffle(columns, random);
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(table.select(columns));
            assertThat(result.state()).isEqualTo(State.RE_ENCODED);
            assertThat(result.notes()).contains("The columns stand in another order.");
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void compare_columnDroppedAndOneCellChanged_namesBoth(Shape shape) throws Exception {
        Random random = Seeded.random("dropped " + shape);
        PlainTable table = shape.table(random);
        List<String> columns = new ArrayList<>(table.columns());
        columns.remove("C3");
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result =
                    study.compare(table.copy().set(17, "C2", "other").select(columns));
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).contains("Columns removed since: C3. The others were compared.");
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
            assertThat(RowOracle.text(result.differences(), table)).containsExactly("changed 18 was 18 [C2]");
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void compare_columnAdded_isAlteredThoughAllRecordsAreThere(Shape shape) throws Exception {
        PlainTable table = shape.table(Seeded.random("added " + shape));
        List<String> columns = new ArrayList<>(table.columns());
        columns.add(2, "EXTRA");
        try (SealedStudy study = SealedStudy.of(folder, table)) {
            ArtifactComparison result = study.compare(table.select(columns));
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.counts()).isEqualTo(Counts.none());
            assertThat(result.notes()).containsExactly("Columns added since: EXTRA.");
        }
    }
}
