package org.trialseal.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.Inputs;
import org.trialseal.app.work.PlanFile;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.seal.LogOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show how files would be read: importer, dialect, encoding, subject column, keys, counts.",
        footer = {
            "",
            "Examples:",
            "  trialseal plan dm.csv ae.csv",
            "  trialseal plan --json *.csv > plan.json     then edit it, and: trialseal seal --plan plan.json ..."
        })
final class PlanCommand extends Action {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Data files and documents.")
    private List<Path> files = List.of();

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

    @Option(names = "--log", paramLabel = "NAME", description = "This table is an event log.")
    private List<String> logs = List.of();

    @Option(
            names = "--newest-first",
            paramLabel = "NAME",
            description = "The same, listed with the newest record first.")
    private List<String> newestFirst = List.of();

    @Override
    int run(Workspace workspace) throws Exception {
        Inputs.Wishes wishes = new Inputs.Wishes(
                SealCommand.isDocument(as),
                Optional.ofNullable(subject),
                keys,
                SealCommand.logs(logs, newestFirst),
                Optional.empty());
        List<SealItem> items = new Inputs(workspace.formats(), wishes).all(files);
        Output output = workspace.output();
        output.json(json -> PlanFile.write(json, items));
        items.forEach(item -> describe(output, item));
        return ExitCode.PASSED;
    }

    static void describe(Output output, SealItem item) {
        if (!(item instanceof SealItem.DataItem data)) {
            output.result(item.file().name() + ": a document, sealed by its bytes");
            return;
        }
        output.result(item.file().name() + ": " + data.plan().importer());
        data.plan().reasons().forEach(reason -> output.result("    " + reason));
        for (DatasetPlan dataset : data.plan().datasets()) {
            output.result("  " + kind(data.logs().get(dataset.name())) + " " + dataset.name() + ": " + dataset.records()
                    + " records, "
                    + dataset.schema().size() + " columns, "
                    + dataset.subject().map(column -> "subject " + column).orElse("not grouped by subject")
                    + (dataset.settings().keys().isEmpty()
                            ? ", no keys"
                            : ", keys " + String.join(", ", dataset.settings().keys())));
        }
    }

    private static String kind(@Nullable LogOrder order) {
        return order == null ? "dataset" : "event log, " + order.word() + ",";
    }
}
