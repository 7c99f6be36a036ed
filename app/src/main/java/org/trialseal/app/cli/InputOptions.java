package org.trialseal.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.input.PlanFile;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.seal.LogOrder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files, and what is asked of the way they are read: the same for a plan and for the seal made from it. */
final class InputOptions {
    @Option(names = "--as", paramLabel = "document", description = "Take every file as a document.")
    private @Nullable String as;

    @Option(names = "--subject", paramLabel = "COL", description = "Subject column, for every file that has it.")
    private @Nullable String subject;

    @Option(
            names = "--keys",
            paramLabel = "A,B",
            split = ",",
            description = "Key columns, for every file that has them.")
    private List<String> keys = List.of();

    @Option(
            names = "--log",
            paramLabel = "NAME",
            description = "This table is an event log: records are only ever appended to it, seal after seal.")
    private List<String> logs = List.of();

    @Option(
            names = "--newest-first",
            paramLabel = "NAME",
            description = "The same for an event log whose export lists the newest record first.")
    private List<String> newestFirst = List.of();

    @Option(
            names = "--define",
            paramLabel = "FILE",
            description = "This Define-XML is sealed too and describes the data. Default: every one among the files.")
    private List<Path> defines = List.of();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Data files and documents.")
    private List<Path> files = List.of();

    List<Path> files() {
        return files;
    }

    /** What is wished for, beside what an edited plan says. */
    Inputs.Wishes wishes(Optional<PlanFile> plan) throws CommandFailure {
        if (as != null && !as.equals("document")) {
            throw CommandFailure.usage("--as takes the word document");
        }
        return new Inputs.Wishes(as != null, Optional.ofNullable(subject), keys, logs(), plan, defines);
    }

    /** Columns that were asked for and that no table has; none when there are no tables. */
    List<String> columnsNowhere(List<SealItem> items) {
        Set<String> there = new HashSet<>();
        for (SealItem item : items) {
            if (item instanceof SealItem.DataItem data) {
                data.plan()
                        .datasets()
                        .forEach(table -> there.addAll(table.schema().names()));
            }
        }
        return there.isEmpty()
                ? List.of()
                : Stream.concat(Stream.ofNullable(subject), keys.stream())
                        .filter(column -> !there.contains(column))
                        .toList();
    }

    private Map<String, LogOrder> logs() {
        Map<String, LogOrder> orders = new TreeMap<>();
        logs.forEach(name -> orders.put(name, LogOrder.OLDEST_FIRST));
        newestFirst.forEach(name -> orders.put(name, LogOrder.NEWEST_FIRST));
        return orders;
    }
}
