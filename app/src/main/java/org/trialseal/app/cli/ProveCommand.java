package org.trialseal.app.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.DataFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.RetainedData;
import org.trialseal.core.prove.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "prove",
        description = "Make a proof package: one file that shows what you choose and proves it offline.",
        footer = {
            "",
            "Examples:",
            "  trialseal prove seal-2 --out all.trialseal --all --data dm.csv --data lb.csv",
            "  trialseal prove seal-2 --out s14.trialseal --subject TS-2041-014 --data lb.csv",
            "  trialseal prove seal-2 --out alt.trialseal --record 'lb?USUBJID=TS-2041-014&LBSEQ=3' --fields LBTESTCD,LBORRES",
            "",
            "COL=VALUE is percent-encoded: %26 for &, %3D for =, %25 for %."
        })
final class ProveCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The package to be made.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--all", paramLabel = "NAME", arity = "0..*", description = "Everything, or all that is so called.")
    private @Nullable List<String> all;

    @Option(names = "--subject", paramLabel = "ID", arity = "1..*", description = "All records of these subjects.")
    private List<String> subjects = List.of();

    @Option(
            names = "--record",
            paramLabel = "NAME?COL=VALUE&...",
            arity = "1..*",
            description = "The records with these values.")
    private List<String> records = List.of();

    @Option(names = "--document", paramLabel = "NAME", arity = "1..*", description = "A document.")
    private List<String> documents = List.of();

    @Option(names = "--fields", paramLabel = "A,B", split = ",", description = "Show only these columns.")
    private List<String> fields = List.of();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The data that were sealed, unless they were retained.")
    private List<Path> data = List.of();

    @Override
    int run(Workspace workspace) throws Exception {
        List<Selection> selections = selections();
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        DataFiles files = new DataFiles(workspace.formats(), data);
        try (Passphrase passphrase = PassphraseInput.existing(workspace.options());
                StudyStore store = workspace.store(evidence, passphrase)) {
            FolderOpenings openings = evidence.unlock(passphrase);
            Prover prover = new Prover(evidence, openings, store, new RetainedData(files, evidence, openings, store));
            Prover.Result result = prover.prove(selections, fields, out);
            Output output = workspace.output();
            output.result("Wrote " + out + " (" + result.length() + " bytes). It shows:");
            result.artifacts().forEach(line -> output.result("  " + line));
            output.json(json -> {
                json.writeStringField("package", out.toString());
                json.writeNumberField("bytes", result.length());
                json.writeArrayFieldStart("shows");
                for (String line : result.artifacts()) {
                    json.writeString(line);
                }
                json.writeEndArray();
            });
        }
        return ExitCode.PASSED;
    }

    private List<Selection> selections() throws CommandFailure {
        List<Selection> selections = new ArrayList<>();
        if (all != null) {
            selections.add(new Selection.All(new LinkedHashSet<>(all)));
        }
        if (!subjects.isEmpty()) {
            selections.add(new Selection.Subjects(subjects));
        }
        for (String record : records) {
            selections.add(record(record));
        }
        documents.forEach(name -> selections.add(new Selection.Document(name)));
        if (selections.isEmpty()) {
            throw CommandFailure.usage("say what to show: --all, --subject, --record or --document");
        }
        return selections;
    }

    static Selection.Records record(String text) throws CommandFailure {
        int question = text.indexOf('?');
        if (question < 1) {
            throw CommandFailure.usage("--record has the form NAME?COL=VALUE&COL=VALUE");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.substring(question + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("--record has the form NAME?COL=VALUE&COL=VALUE");
            }
            values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return new Selection.Records(decode(text.substring(0, question)), values);
    }

    private static String decode(String text) throws CommandFailure {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("a % is not followed by two hexadecimal digits; write %25 for %");
        }
    }
}
