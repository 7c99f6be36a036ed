package org.trialseal.app.cli;

import java.util.Set;
import java.util.TreeSet;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.prove.RowNumbers;
import org.trialseal.core.prove.Selection;

/** Reads {@code NAME?N,N-M...}. */
final class ChosenRows {
    private ChosenRows() {}

    static Selection.Rows of(String text) throws CommandFailure, RefusedException {
        int question = text.indexOf('?');
        if (question < 1) {
            throw CommandFailure.usage("--rows has the form NAME?N,N-M");
        }
        Set<Long> rows = new TreeSet<>(RowNumbers.parse(text.substring(question + 1)));
        return new Selection.Rows(ProveCommand.decode(text.substring(0, question)), rows);
    }
}
