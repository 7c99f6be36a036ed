package org.trialseal.app.cli;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.input.DataFiles;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.ProofOrder;
import org.trialseal.app.work.prove.Proving;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.prove.Prover;
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
            "  trialseal prove seal-2 --out ae.trialseal --subject TS-2041-014 --in ae dm --fields 'dm?SEX,dm?AGE'",
            "  trialseal prove seal-2 --out lines.trialseal --rows 'lb?3,17-20' --data lb.csv",
            "  trialseal prove seal-2 --ots alt.leaf.ots --record 'lb?USUBJID=TS-2041-014&LBSEQ=3' --data lb.csv",
            "  trialseal prove seal-1 --ots protocol.pdf.ots --document protocol.pdf",
            "",
            "COL=VALUE is percent-encoded: %%26 for &, %%3D for =, %%25 for %%.",
            "",
            "--ots writes the path from one record, or one document, to the block as one OpenTimestamps proof, which",
            "stock clients verify ('ots verify alt.leaf.ots'). A record's is about the file alt.leaf beside it, which",
            "holds the record's commitments and no values. It proves that this leaf existed, not its place or meaning."
        })
final class ProveCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "The package to be made.")
    private @Nullable Path out;

    @Option(
            names = "--ots",
            paramLabel = "FILE.ots",
            description = "Instead of a package: a stock OpenTimestamps proof of one record or one document.")
    private @Nullable Path ots;

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

    @Option(
            names = "--in",
            paramLabel = "NAME",
            arity = "1..*",
            description = "With --subject: only in these datasets and logs.")
    private List<String> in = List.of();

    @Option(
            names = "--rows",
            paramLabel = "NAME?N,N-M...",
            arity = "1..*",
            description = "The records at these places in the data, counted from 1.")
    private List<String> rows = List.of();

    @Option(names = "--document", paramLabel = "NAME", arity = "1..*", description = "A document.")
    private List<String> documents = List.of();

    @Option(
            names = "--fields",
            paramLabel = "A,B",
            split = ",",
            description =
                    "Show only these columns; with NAME?A,NAME?B only these of one dataset, and all of the others.")
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
        requireOneResult(selections);
        ProofOrder order = new ProofOrder(selections, ChosenFields.of(fields));
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        Proving proving =
                new Proving(workspace.configuration(), workspace.formats(), workspace.random(), workspace.clock());
        DataFiles files = proving.files(data);
        try (Passphrase passphrase = PassphraseInput.existing(workspace.options());
                OpenedSeal seal = proving.open(evidence, files, passphrase).seal()) {
            if (ots != null) {
                new StockWords(workspace.output(), evidence.statement().network())
                        .tell(ots, seal.stock(selections.get(0), ots));
            } else if (out != null) {
                tell(workspace.output(), out, seal.write(order, out, SealProgress.silent()));
            }
        }
        return ExitCode.PASSED;
    }

    private static void tell(Output output, Path made, Prover.Result result) throws IOException {
        output.result("Wrote " + made + " (" + result.length() + " bytes). It shows:");
        result.artifacts().forEach(line -> output.result("  " + line));
        output.json(json -> {
            json.writeStringField("package", made.toString());
            json.writeNumberField("bytes", result.length());
            json.writeArrayFieldStart("shows");
            for (String line : result.artifacts()) {
                json.writeString(line);
            }
            json.writeEndArray();
        });
    }

    private void requireOneResult(List<Selection> selections) throws CommandFailure {
        if ((out == null) == (ots == null)) {
            throw CommandFailure.usage("say what to make: a package (--out) or a stock timestamp (--ots)");
        }
        boolean stock = ots != null;
        if (stock && (all != null || !subjects.isEmpty() || selections.size() != 1)) {
            throw CommandFailure.usage("--ots is about one --record or one --document");
        }
        if (stock && !fields.isEmpty()) {
            throw CommandFailure.usage("a stock timestamp shows no fields; --fields goes with --out");
        }
    }

    private List<Selection> selections() throws CommandFailure, RefusedException {
        List<Selection> selections = new ArrayList<>();
        if (all != null) {
            selections.add(new Selection.All(new LinkedHashSet<>(all)));
        }
        if (!subjects.isEmpty()) {
            selections.add(new Selection.Subjects(subjects, new LinkedHashSet<>(in)));
        }
        for (String record : records) {
            selections.add(record(record));
        }
        for (String range : rows) {
            selections.add(ChosenRows.of(range));
        }
        documents.forEach(name -> selections.add(new Selection.Document(name)));
        if (subjects.isEmpty() && !in.isEmpty()) {
            throw CommandFailure.usage("--in goes with --subject; --all takes names");
        }
        if (selections.isEmpty()) {
            throw CommandFailure.usage("say what to show: --all, --subject, --record, --rows or --document");
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

    static String decode(String text) throws CommandFailure {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("a % is not followed by two hexadecimal digits; write %25 for %");
        }
    }
}
