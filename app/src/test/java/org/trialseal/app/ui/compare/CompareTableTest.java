package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.app.testing.PlainSeal;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLine.What;
import org.trialseal.app.work.compare.LineChoice.Order;
import org.trialseal.app.work.input.Inputs;

/** The table of what differs. */
final class CompareTableTest extends CompareModelCase {
    @Test
    void table_filteredAndSorted_showsWhatWasAskedFor() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        TableModel table = told().table();
        int all = table.size();
        table.kind.set(Optional.of(Kind.MISSING));
        assertThat(lines()).hasSize(1).allMatch(line -> line.later().what() == What.NO_RECORD);
        table.kind.set(Optional.empty());
        table.field.set(Optional.of("LBNRIND"));
        assertThat(lines()).isNotEmpty().allMatch(line -> line.field().equals("LBNRIND"));
        assertThat(lines()).extracting(line -> line.later().what()).containsOnly(What.EMPTY);
        table.text.set("-9999");
        assertThat(lines()).isEmpty();
        table.clear();
        assertThat(lines()).hasSize(all);
        table.text.set("-9999");
        assertThat(lines()).extracting(ComparisonLine::kind).containsOnly(Kind.ADDED);
        table.clear();
        table.sort(Order.LATER_RECORD, true);
        List<Long> records = lines().stream()
                .map(line -> line.laterRecord().orElse(Long.MAX_VALUE))
                .toList();
        assertThat(records).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        table.sort(Order.KIND, false);
        assertThat(lines()).extracting(ComparisonLine::kind).isSorted();
    }

    @Test
    void compare_sealedValuesNotKept_saysSoInsteadOfLeavingABlank() throws Exception {
        Path seal = sealWithoutACopy("A,VALUE\n1,=1+1\n2,b\n");
        Path later = Files.writeString(
                Files.createDirectories(folder.resolve("now")).resolve("t.csv"), "A,VALUE\n1,x\n2,b\n");
        model.begin(Optional.of(seal), List.of(later));
        model.form().passphrase.set("secret");
        model.compare();
        assertThat(lines()).extracting(line -> line.sealed().what()).containsOnly(What.NOT_KEPT);
        assertThat(told().table().lacksOld()).isTrue();
        model.askAgain();
        files.next(folder.resolve("then").resolve("t.csv"));
        model.chooseData();
        model.form().passphrase.set("secret");
        model.compare();
        assertThat(lines()).extracting(line -> line.sealed().text()).containsExactly("=1+1");
        LineWords lineWords = new LineWords(Words.in(Language.ENGLISH));
        assertThat(lineWords.copied(lines())).contains("\t'=1+1\tx\t");
    }

    @Test
    void table_recordsMoved_hasALineForEachThatCanBeFilteredAndSorted() throws Exception {
        List<String> rows = new ArrayList<>(Files.readAllLines(sample.data().resolve("lb.csv")));
        String first = rows.remove(1);
        String second = rows.remove(1);
        rows.add(900, second);
        rows.add(1_700, first);
        Path later = Files.write(folder.resolve("lb.csv"), rows);
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(later));
        TableModel table = told().table();
        assertThat(table.kinds()).containsExactly(Kind.REORDERED);
        table.kind.set(Optional.of(Kind.REORDERED));
        table.sort(Order.SEALED_RECORD, false);
        assertThat(lines()).extracting(line -> line.sealedRecord().orElse(0)).containsExactly(1L, 2L);
        assertThat(lines()).extracting(line -> line.laterRecord().orElse(0)).containsExactly(1_700L, 900L);
        assertThat(lines()).extracting(ComparisonLine::key).allMatch(key -> key.startsWith("TS-"));
        table.sort(Order.LATER_RECORD, false);
        assertThat(lines()).extracting(line -> line.laterRecord().orElse(0)).containsExactly(900L, 1_700L);
        LineWords english = new LineWords(Words.in(Language.ENGLISH));
        assertThat(english.copied(lines().subList(1, 2)))
                .endsWith("\treordered\t(order)\t(at row 1)\t(at row 1,700)\t1\t1,700");
        LineWords german = new LineWords(Words.in(Language.GERMAN));
        assertThat(german.copied(lines().subList(1, 2)))
                .endsWith("\tumgestellt\t(Reihenfolge)\t(in Zeile 1)\t(in Zeile 1.700)\t1\t1.700");
    }

    @Test
    void shown_comparedWithTheSameLines_isOnlyItselfAndReadsNone() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        TableModel table = told().table();
        List<ComparisonLine> before = table.shownProperty().get();
        table.sort(Order.KIND, false);
        table.sort(Order.PLACE, false);
        List<ComparisonLine> after = table.shownProperty().get();
        assertThat(List.copyOf(after)).isEqualTo(List.copyOf(before));
        assertThat(after.equals(before)).as("a million lines would be read").isFalse();
        assertThat(after.equals(after)).isTrue();
    }

    private Path sealWithoutACopy(String text) throws Exception {
        Path data = Files.writeString(
                Files.createDirectories(folder.resolve("then")).resolve("t.csv"), text);
        return new PlainSeal(folder.resolve("seal"), "T-1", Inputs.Wishes.none(), "secret")
                .of(configuration, List.of(data));
    }
}
