package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Selecting very many lines of the table, by keys and by mouse. */
final class SelectionLimitTest extends DesktopTest {
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

    @Test
    void select_moreLinesThanCanBeHeld_selectsSomeAndSaysSo() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.laboratoryPackage(), edited(sample));
        await("compare-table");
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
