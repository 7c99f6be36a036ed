package org.trialseal.app.ui.compare;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Keeps a person from selecting a million lines by one key or click, which would hold up the window for minutes. */
final class SelectionLimit {
    private final TableView<?> table;
    private final int most;
    private final Runnable reached;

    /** @param reached is told when fewer lines were selected than were asked for */
    SelectionLimit(TableView<?> table, int most, Runnable reached) {
        this.table = table;
        this.most = most;
        this.reached = reached;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPress);
    }

    private void onKey(KeyEvent event) {
        int last = table.getItems().size() - 1;
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            limit(event, 0, last);
        } else if (event.getCode() == KeyCode.END && event.isShiftDown()) {
            limit(event, here(), last);
        } else if (event.getCode() == KeyCode.HOME && event.isShiftDown()) {
            limit(event, here(), 0);
        }
    }

    private void onPress(MouseEvent event) {
        @Nullable TableRow<?> row = row(event.getTarget());
        if (event.isShiftDown() && row != null && !row.isEmpty()) {
            limit(event, here(), row.getIndex());
        }
    }

    private static @Nullable TableRow<?> row(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row) {
                return row;
            }
        }
        return null;
    }

    private int here() {
        return Math.max(0, table.getFocusModel().getFocusedIndex());
    }

    /** Selects what is allowed of a range that is too long, beginning where the range begins. */
    private void limit(Event event, int from, int to) {
        if (Math.abs(to - from) >= most) {
            int first = from <= to ? from : from - most + 1;
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(first, first + most);
            reached.run();
            event.consume();
        }
    }
}
