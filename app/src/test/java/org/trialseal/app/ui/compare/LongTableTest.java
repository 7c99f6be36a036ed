package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.study.SampleStudy;

/** A table of thousands of lines, by keys and by mouse. */
final class LongTableTest extends DesktopTest {
    private static final int MOST = TableModel.MOST_SELECTED;

    /** A copy in which thousands of values are gone. */
    private Path edited(SampleStudy sample) throws IOException {
        List<String> lines = Files.readAllLines(sample.data().resolve("lb.csv")).stream()
                .map(line -> line.replaceFirst(",NORMAL,", ",,"))
                .toList();
        return Files.write(Files.createDirectories(home.resolve("edited")).resolve("lb.csv"), lines);
    }

    private TableView<ComparisonLine> table() {
        return lookup("#compare-table").query();
    }

    private List<Integer> selected() {
        return List.copyOf(table().getSelectionModel().getSelectedIndices());
    }

    private void open() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.laboratoryPackage(), edited(sample));
        await("compare-table");
        reach("compare-filter");
    }

    private String first() {
        return table().getItems().get(0).key();
    }

    private void sortByRecord(Comparator<String> wanted) {
        clickOn("#compare-column-key.column-header");
        until(
                () -> wanted.compare(
                                        first(),
                                        table().getItems()
                                                .get(table().getItems().size() - 1)
                                                .key())
                                < 0
                        && !text("compare-count").endsWith("…"),
                "the lines to be sorted");
    }

    @Test
    void sort_clicksOnAColumn_sortUpDownAndNotAtAll() throws Exception {
        open();
        String before = first();
        int lines = table().getItems().size();
        sortByRecord(Comparator.naturalOrder());
        assertThat(table().getSortOrder()).hasSize(1);
        sortByRecord(Comparator.reverseOrder());
        assertThat(table().getSortOrder()).hasSize(1);
        assertThat(first()).isNotEqualTo(before);
        clickOn("#compare-filter");
        write("014-0007");
        until(() -> table().getItems().size() < lines, "the filter to work");
        assertThat(table().getSortOrder()).as("a filter leaves the order").hasSize(1);
        push(KeyCode.ESCAPE);
        until(() -> table().getItems().size() == lines, "all lines to be back");
        clickOn("#compare-column-key.column-header");
        until(() -> first().equals(before), "the lines in their places");
        assertThat(table().getSortOrder()).isEmpty();
    }

    @Test
    void select_moreLinesThanCanBeHeld_selectsSomeAndSaysSo() throws Exception {
        open();
        int last = table().getItems().size() - 1;
        assertThat(last).isGreaterThan(5 * MOST);
        clickOn(reach("compare-filter"));
        push(KeyCode.DOWN);
        push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).hasSize(MOST).startsWith(0).endsWith(MOST - 1);
        assertThat(text("compare-count")).startsWith("At most 1,000 lines");

        push(KeyCode.END);
        push(KeyCode.SHIFT, KeyCode.HOME);
        assertThat(selected()).hasSize(MOST).endsWith(last);

        push(KeyCode.HOME);
        assertThat(selected()).containsExactly(0);
        interact(() -> table().scrollTo(3 * MOST));
        Node far = lookup(".table-row-cell")
                .match((IndexedCell<?> row) -> row.getIndex() == 3 * MOST + 2)
                .query();
        press(KeyCode.SHIFT);
        clickOn(far);
        release(KeyCode.SHIFT);
        assertThat(selected()).hasSize(MOST).startsWith(0);
    }
}
