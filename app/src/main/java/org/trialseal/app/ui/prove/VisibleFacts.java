package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.core.prove.ProofPreview.Table;

/** Says what can be told of datasets and logs besides the values that are shown, each kind of it once for all of them. */
final class VisibleFacts {
    private final Words words;

    VisibleFacts(Words words) {
        this.words = words;
    }

    /** What can be told. */
    List<String> of(List<Table> tables) {
        List<String> said = new ArrayList<>();
        if (tables.stream().anyMatch(table -> table.named() && table.groups().shown() > 0)) {
            said.add(words.of("prove.visible.named"));
        }
        say(said, "prove.visible.complete", tables, table -> table.listed() && table.named(), this::withSubjects);
        say(said, "prove.visible.complete.ungrouped", tables, table -> table.listed() && !table.named(), this::name);
        say(said, "prove.visible.place", tables, table -> !table.listed() && !table.log(), this::withSubjects);
        say(said, "prove.visible.place.log", tables, Table::log, this::withRecords);
        say(said, "prove.visible.earlier", tables, table -> table.earlier() > 0, this::name);
        say(said, "prove.visible.positions", tables, Table::positions, this::name);
        say(said, "prove.visible.schema", tables, table -> true, this::withColumns);
        say(said, "prove.visible.source", tables, table -> !table.sourceOpened(), this::source);
        say(said, "prove.visible.source.opened", tables, Table::sourceOpened, this::source);
        return said;
    }

    /** What cannot be told. */
    List<String> hidden(List<Table> tables) {
        List<String> said = new ArrayList<>();
        Predicate<Table> unplaced =
                table -> !table.log() && !table.positions() && table.records().shown() > 0;
        say(said, "prove.hidden.positions", tables, unplaced, this::name);
        say(said, "prove.hidden.source", tables, table -> !table.sourceOpened(), this::source);
        return said;
    }

    private void say(
            List<String> said,
            String key,
            List<Table> tables,
            Predicate<Table> concerned,
            Function<Table, String> shown) {
        List<String> of =
                tables.stream().filter(concerned).map(shown).distinct().toList();
        if (!of.isEmpty()) {
            said.add(words.of(key, String.join(", ", of)));
        }
    }

    private String name(Table table) {
        return Safe.text(table.name());
    }

    private String source(Table table) {
        return Safe.text(table.source());
    }

    private String withSubjects(Table table) {
        return words.of(
                "prove.visible.counts",
                name(table),
                table.records().of(),
                table.groups().of());
    }

    private String withRecords(Table table) {
        return words.of("prove.visible.records", name(table), table.records().of());
    }

    private String withColumns(Table table) {
        return words.of("prove.visible.columns", name(table), table.columns().size());
    }
}
