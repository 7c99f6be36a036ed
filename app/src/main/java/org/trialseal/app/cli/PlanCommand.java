package org.trialseal.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.input.Defines;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.input.PlanFile;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.importers.define.DefineXml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = "Show how files would be read: importer, dialect, encoding, subject column, keys, counts.",
        footer = {
            "",
            "Examples:",
            "  trialseal plan dm.csv ae.csv",
            "  trialseal plan define.xml *.xpt                  with keys, labels and types from define.xml",
            "  trialseal plan --json *.csv > plan.json     then edit it, and: trialseal seal --plan plan.json ..."
        })
final class PlanCommand extends Action {
    @Mixin
    private InputOptions inputs = new InputOptions();

    @Override
    int run(Workspace workspace) throws Exception {
        Inputs.Understood understood =
                new Inputs(workspace.formats(), inputs.wishes(Optional.empty())).understand(inputs.files());
        Output output = workspace.output();
        output.json(json -> PlanFile.write(json, understood));
        understood.items().forEach(item -> describe(output, item, understood.defines()));
        return ExitCode.PASSED;
    }

    static void describe(Output output, SealItem item, Defines defines) {
        if (!(item instanceof SealItem.DataItem data)) {
            Optional<DefineXml> define = defines.of(item);
            output.result(item.file().name()
                    + (define.isPresent() ? ": " + Defines.ID : ": a document, sealed by its bytes"));
            define.ifPresent(file -> tell(output, Defines.facts(file), List.of(), file.problems()));
            return;
        }
        output.result(item.file().name() + ": " + data.plan().importer());
        tell(output, data.plan().facts(), data.plan().reasons(), data.plan().warnings());
        for (DatasetPlan dataset : data.plan().datasets()) {
            output.result("  " + kind(data.logs().get(dataset.name())) + " " + dataset.name() + ": " + dataset.records()
                    + " records, "
                    + dataset.schema().size() + " columns, "
                    + dataset.subject().map(column -> "subject " + column).orElse("not grouped by subject")
                    + (dataset.settings().keys().isEmpty()
                            ? ", no keys"
                            : ", keys " + String.join(", ", dataset.settings().keys()) + from(dataset)));
        }
    }

    private static void tell(Output output, List<Phrase> facts, List<Phrase> reasons, List<Phrase> warnings) {
        facts.forEach(fact -> output.result("    " + fact.english()));
        reasons.forEach(reason -> output.result("    " + reason.english()));
        warnings.forEach(warning -> output.result("    look: " + warning.english()));
    }

    private static String from(DatasetPlan dataset) {
        return dataset.keysFrom().isDescribed()
                ? Described.file(dataset.settings().options())
                        .map(file -> " from " + file)
                        .orElse("")
                : "";
    }

    private static String kind(@Nullable LogOrder order) {
        return order == null ? "dataset" : "event log, " + order.word() + ",";
    }
}
