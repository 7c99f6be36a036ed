package org.trialseal.app.cli;

import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.prove.Selection;

/** Reads an allegation: {@code NAME?COL=VALUE&COL=VALUE#COL=VALUE}, percent-encoded. */
final class AllegedText {
    private AllegedText() {}

    static AllegedValue parse(String text) throws CommandFailure {
        int hash = text.lastIndexOf('#');
        if (hash < 1) {
            throw CommandFailure.usage("--alleged has the form NAME?COL=VALUE&...#COL=VALUE");
        }
        Selection.Records record = ProveCommand.record(text.substring(0, hash));
        Selection.Records field = ProveCommand.record(record.dataset() + "?" + text.substring(hash + 1));
        if (field.values().size() != 1) {
            throw CommandFailure.usage("--alleged names one column and its value after the #");
        }
        Map.Entry<String, String> value = field.values().entrySet().iterator().next();
        return new AllegedValue(record.dataset(), new TreeMap<>(record.values()), value.getKey(), value.getValue());
    }
}
