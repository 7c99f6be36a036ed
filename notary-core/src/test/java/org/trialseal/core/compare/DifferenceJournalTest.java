package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.testing.Seeded;

/** What a journal holds, against the list of a report. */
final class DifferenceJournalTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private static PlainTable table(int rows) {
        PlainTable table = PlainTable.of("lb", "SUBJ,SEQ,TEST,VALUE", Optional.of("SUBJ"), List.of("SEQ"));
        for (int row = 0; row < rows; row++) {
            table.row("S" + row % 7, "" + row / 7, "T" + row % 5, "v" + row);
        }
        return table;
    }

    private DifferenceJournal journal() throws IOException {
        return DifferenceJournal.create(Files.createDirectories(folder.resolve("journal")), new SecureRandom());
    }

    static List<Difference> all(DifferenceJournal journal, String artifact) throws IOException {
        List<Difference> all = new ArrayList<>();
        journal.visit(artifact, (name, place, difference) -> all.add(difference));
        return all;
    }

    @ParameterizedTest
    @EnumSource(RandomEdits.Edit.class)
    void visit_anyEdits_isTheListOfTheReport(RandomEdits.Edit edit) throws Exception {
        Random seeded = Seeded.random("visit_anyEdits");
        RandomEdits edits = new RandomEdits(seeded);
        PlainTable sealed = table(120);
        PlainTable later = sealed.copy();
        for (int i = 0; i < 5; i++) {
            edits.apply(edit, later);
            edits.apply(RandomEdits.Edit.CELL, later);
        }
        try (SealedStudy study = SealedStudy.of(folder, sealed)) {
            LaterFile file = study.later(later, ";");
            for (ComparisonOptions options :
                    List.of(study.options(), study.options().withOldData(study.oldData()))) {
                ArtifactComparison listed = study.compare(options, ComparisonLimits.standard(), file)
                        .artifacts()
                        .get(0);
                try (DifferenceJournal journal = journal()) {
                    ArtifactComparison whole = study.compare(options.into(journal), ComparisonLimits.standard(), file)
                            .artifacts()
                            .get(0);
                    assertThat(whole.differences()).isEmpty();
                    assertThat(whole.counts()).isEqualTo(listed.counts());
                    assertThat(whole.notes()).isEqualTo(listed.notes());
                    assertThat(all(journal, "lb")).isEqualTo(listed.differences());
                }
            }
            PathFile shown = study.prove(new Selection.All(Set.of()));
            List<Difference> listed = study.compareWith(shown, ComparisonLimits.standard(), file)
                    .comparison()
                    .artifacts()
                    .get(0)
                    .differences();
            try (DifferenceJournal journal = journal()) {
                study.compareWith(study.options().into(journal), shown, ComparisonLimits.standard(), file);
                assertThat(all(journal, "lb")).isEqualTo(listed);
            }
        }
    }

    @Test
    void visit_moreThanAReportLists_hasThemAllWithOldValues() throws Exception {
        PlainTable sealed = table(MANY);
        PlainTable later = sealed.copy();
        later.rows().forEach(row -> row.set(3, "now " + row.get(3)));
        try (SealedStudy study = SealedStudy.of(folder, sealed);
                DifferenceJournal journal = journal()) {
            ComparisonOptions options =
                    study.options().withOldData(study.oldData()).into(journal);
            study.compare(options, ComparisonLimits.standard(), study.later(later, ","));
            List<Difference> all = all(journal, "lb");
            assertThat(journal.size()).isEqualTo(MANY);
            for (int row = 0; row < MANY; row++) {
                FieldChange field = all.get(row).fields().get(0);
                assertThat(all.get(row).record()).hasValue(row + 1);
                assertThat(field.before().orElseThrow().display()).isEqualTo("v" + row);
                assertThat(field.now().orElseThrow().display()).isEqualTo("now v" + row);
            }
        }
    }

    @Test
    void at_everyPlace_isWhatTheVisitSaid() throws Exception {
        PlainTable later = table(60);
        later.rows().forEach(row -> row.set(3, "x".repeat(1 + Integer.parseInt(row.get(1)))));
        try (SealedStudy study = SealedStudy.of(folder, table(60));
                DifferenceJournal journal = journal()) {
            study.compare(study.options().into(journal), ComparisonLimits.standard(), study.later(later, ","));
            List<Long> places = new ArrayList<>();
            List<Difference> all = new ArrayList<>();
            journal.visit((artifact, place, difference) -> places.add(place) && all.add(difference));
            assertThat(all).hasSize(60);
            try (DifferenceJournal.Reader reader = journal.reader()) {
                for (int i = all.size() - 1; i >= 0; i--) {
                    assertThat(reader.at(places.get(i))).isEqualTo(all.get(i));
                    assertThat(reader.artifact(places.get(i))).isEqualTo("lb");
                }
            }
        }
    }

    @Test
    void close_afterAComparison_leavesNothingOnTheDiskNorAValueBefore() throws Exception {
        PlainTable later = table(50);
        later.rows().forEach(row -> row.set(3, "COMPROMISING"));
        try (SealedStudy study = SealedStudy.of(folder, table(50));
                DifferenceJournal journal = journal()) {
            study.compare(study.options().into(journal), ComparisonLimits.standard(), study.later(later, ","));
            for (Path file : files()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("COMPROMISING");
            }
            assertThat(files()).isNotEmpty();
            journal.close();
            assertThat(files()).isEmpty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("journal"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void sorted_manyEntriesInAnyOrder_comesByKeysAndThenAsAdded() throws Exception {
        Random random = Seeded.random("sorted_manyEntries");
        try (HiddenFolder hidden = HiddenFolder.create(folder, new SecureRandom());
                SortedSpool spool = new SortedSpool(hidden, 10)) {
            List<SortedSpool.Entry> expected = new ArrayList<>();
            for (int i = 0; i < 15_000; i++) {
                byte[] content = new byte[random.nextInt(9)];
                random.nextBytes(content);
                SortedSpool.Entry entry = new SortedSpool.Entry(random.nextInt(900), random.nextInt(3), content);
                expected.add(entry);
                spool.add(entry.first(), entry.second(), content);
            }
            expected.sort(java.util.Comparator.comparingLong(SortedSpool.Entry::first)
                    .thenComparingLong(SortedSpool.Entry::second));
            SortedSpool.Merge sorted = spool.sorted();
            for (SortedSpool.Entry entry : expected) {
                SortedSpool.Entry next = sorted.next();
                assertThat(next).isNotNull();
                assertThat(next.first()).isEqualTo(entry.first());
                assertThat(next.second()).isEqualTo(entry.second());
                assertThat(next.content()).isEqualTo(entry.content());
            }
            assertThat(sorted.next()).isNull();
        }
    }
}
