package org.trialseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.prove.Fields;

/** Reads the columns of {@code --fields}: {@code COL} of everything, {@code NAME?COL} of one dataset or log. */
final class ChosenFields {
    private ChosenFields() {}

    static Fields of(List<String> names) throws CommandFailure {
        List<String> everywhere = new ArrayList<>();
        Map<String, List<String>> of = new TreeMap<>();
        for (String name : names) {
            int question = name.indexOf('?');
            if (question < 0) {
                everywhere.add(name);
            } else {
                of.computeIfAbsent(ProveCommand.decode(name.substring(0, question)), dataset -> new ArrayList<>())
                        .add(ProveCommand.decode(name.substring(question + 1)));
            }
        }
        return new Fields(everywhere, of);
    }
}
