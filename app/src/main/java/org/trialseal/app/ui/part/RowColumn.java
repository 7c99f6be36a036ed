package org.trialseal.app.ui.part;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A column of a table of a few rows, each a list of texts. */
public final class RowColumn {
    private static final Font FONT = Font.font("Inter", 14);

    /** What stands around a text. */
    private static final double MARGINS = 24;

    private static final double MOST = 480;

    private RowColumn() {}

    /**
     * The column of one place in the rows, as wide as its name and what stands in it: the toolkit measures both before they
     * have their typeface.
     *
     * @param place in the lists, counted from 0
     */
    public static TableColumn<List<String>, String> of(String name, int place, List<List<String>> rows) {
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        double widest = Stream.concat(Stream.of(name), rows.stream().map(row -> row.get(place)))
                .mapToDouble(RowColumn::width)
                .max()
                .orElse(0);
        column.setPrefWidth(Math.min(MOST, Math.ceil(widest) + MARGINS));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(place)));
        return column;
    }

    private static double width(String said) {
        Text text = new Text(said);
        text.setFont(FONT);
        return text.getLayoutBounds().getWidth();
    }
}
