package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.app.work.DataFiles;
import org.trialseal.app.work.Inputs;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ComparisonOptions;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.FolderComparison;
import org.trialseal.core.compare.LaterFile;
import org.trialseal.core.compare.PackageComparison;
import org.trialseal.core.compare.ValuesComparison;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.RetainedData;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Compare a later copy of the data with a seal: what changed, where.",
        footer = {
            "",
            "What was sealed and is not given counts as missing, unless --only is given. A file that was only written",
            "differently (delimiter, quotes, encoding, line ends) is re-encoded, which is no alteration.",
            "",
            "Exit codes: 0 nothing was altered, 1 altered, missing or unexpected, 2 cannot be compared.",
            "",
            "Examples:",
            "  trialseal compare seal-2 later/*.csv",
            "  trialseal compare seal-2 --only later/lb.csv --data kept/lb.csv",
            "  trialseal compare lb.trialseal later/lb.csv",
            "  trialseal compare seal-2 --values --only later/lb.json --data kept/lb.xpt",
            "  trialseal compare seal-2 --only later/lb.csv --alleged 'lb?USUBJID=TS-2041-014&LBSEQ=3#LBORRES=81'"
        })
final class CompareCommand extends Action {
    @Parameters(index = "0", paramLabel = "DIR|PACKAGE", description = "An evidence folder or a proof package.")
    @SuppressWarnings("NullAway.Init")
    private Path seal;

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "1..*", description = "The later copy.")
    private List<Path> files = List.of();

    @Option(names = "--practice", description = "Accept a package on the practice network, for training.")
    private boolean practice;

    @Option(names = "--only", description = "Judge only what the files given belong to.")
    private boolean only;

    @Option(
            names = "--values",
            description = "Compare by values across formats, e.g. XPT with Dataset-JSON; needs the sealed values.")
    private boolean values;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "The data as they were sealed, where they were kept: shows old values.")
    private List<Path> data = List.of();

    @Option(
            names = "--alleged",
            paramLabel = "NAME?COL=VALUE&...#COL=VALUE",
            description =
                    "Confirm or refute that the sealed record with these values had this value (evidence folders).")
    private List<String> alleged = List.of();

    @Override
    int run(Workspace workspace) throws Exception {
        List<LaterFile> later = later(workspace);
        if (!Files.isDirectory(seal)) {
            return compareWithPackage(workspace, later);
        }
        EvidenceFolder evidence = EvidenceFolder.open(seal);
        ComparisonReport report = compareWithFolder(workspace, evidence, later);
        new ComparisonOutput(workspace.output()).tell(report, words(evidence.statement()));
        workspace.output().json(json -> writeJson(json, report));
        return exitCode(report.verdict());
    }

    /** What a package says counts no more than the package itself: the worse of the two verdicts is the verdict. */
    private int compareWithPackage(Workspace workspace, List<LaterFile> later) throws Exception {
        VerificationPolicy policy = VerificationPolicy.standard(Checkpoints.shipped());
        ComparisonOptions options = ComparisonOptions.standard();
        PackageComparison.Result result = packageResult(
                workspace,
                practice ? policy.acceptingPractice() : policy,
                only ? options.onlyWhatIsGiven() : options,
                later);
        VerificationReport verification = result.verification();
        workspace
                .output()
                .result("The package itself: " + new VerificationWords(workspace.output()).sentence(verification));
        ComparisonReport report = result.comparison();
        String words =
                verification.ledger().statement().map(CompareCommand::words).orElse("the seal of the package");
        new ComparisonOutput(workspace.output()).tell(report, words);
        workspace.output().json(json -> {
            writeJson(json, report);
            json.writeStringField("package", verification.verdict().word());
        });
        return worse(exitCode(report.verdict()), VerifyCommand.exitCode(verification.verdict()));
    }

    private PackageComparison.Result packageResult(
            Workspace workspace, VerificationPolicy policy, ComparisonOptions options, List<LaterFile> later)
            throws Exception {
        PathFile file = PathFile.of(seal);
        SealProgress progress = workspace.output().progress(records(later));
        return values
                ? new ValuesComparison(options, workspace.random()).compare(file, policy, later, progress)
                : new PackageComparison(file, policy, options, workspace.random()).compare(later, progress);
    }

    private void writeJson(JsonGenerator json, ComparisonReport report) throws IOException {
        json.writeStringField("check", values ? ValuesComparison.NAME : "records");
        ComparisonOutput.write(json, report);
    }

    private static int worse(int one, int other) {
        boolean failed = one == ExitCode.FAILED || other == ExitCode.FAILED;
        return failed ? ExitCode.FAILED : Math.max(one, other);
    }

    private ComparisonOptions options(RetainedData old) {
        ComparisonOptions options = ComparisonOptions.standard();
        if (!data.isEmpty() || old.isRetained()) {
            options = options.withOldData(old);
        }
        return only ? options.onlyWhatIsGiven() : options;
    }

    private ComparisonReport compareWithFolder(Workspace workspace, EvidenceFolder evidence, List<LaterFile> later)
            throws Exception {
        try (Passphrase passphrase = PassphraseInput.existing(workspace.options());
                StudyStore store = workspace.store(evidence, passphrase)) {
            FolderOpenings openings = evidence.unlock(passphrase);
            DataFiles given = new DataFiles(workspace.formats(), data);
            RetainedData old = new RetainedData(given, evidence, openings, store);
            if (values) {
                return new ValuesComparison(options(old), workspace.random())
                        .compare(
                                evidence,
                                openings,
                                store,
                                later,
                                workspace.output().progress(records(later)));
            }
            FolderComparison comparison =
                    new FolderComparison(evidence, openings, store, options(old), workspace.random());
            for (String allegation : alleged) {
                AllegedValue value = AllegedText.parse(allegation);
                AllegedValue.Answer answer = comparison.check(value, copyOf(value.dataset(), later));
                workspace
                        .output()
                        .result("Alleged " + value.column() + " \"" + value.text() + "\": "
                                + answer.verdict().word() + ". " + answer.detail());
            }
            return comparison.compare(later, workspace.output().progress(records(later)));
        }
    }

    private static Optional<LaterFile> copyOf(String dataset, List<LaterFile> later) {
        return later.stream()
                .filter(file -> file.file().name().startsWith(dataset + ".") || later.size() == 1)
                .findFirst();
    }

    private static String words(Statement statement) {
        return "seal " + statement.place().seal() + " (\"" + statement.milestone() + "\") of study "
                + statement.study().id();
    }

    private List<LaterFile> later(Workspace workspace) throws Exception {
        if (!Files.exists(seal)) {
            throw new CommandFailure(ExitCode.NO_INPUT, seal + ": there is no such folder or package");
        }
        List<LaterFile> later = new ArrayList<>();
        for (SealItem item : new Inputs(workspace.formats(), Inputs.Wishes.none()).later(files)) {
            PathFile file = item.file();
            later.add(
                    item instanceof SealItem.DataItem table
                            ? new LaterFile.Tables(
                                    file, table.importer(), table.plan(), values ? asRecords(table) : Optional.empty())
                            : new LaterFile.Plain(file));
        }
        return later;
    }

    private static Optional<LaterFile.Arranged> asRecords(SealItem.DataItem table)
            throws IOException, MalformedException {
        Optional<Importer> importer = table.importer().asRecords();
        if (importer.isEmpty()) {
            return Optional.empty();
        }
        FilePlan plan = importer.get().plan(table.file(), Map.of(), Optional.empty(), List.of());
        return Optional.of(new LaterFile.Arranged(importer.get(), plan))
                .filter(records -> !plan.datasets().isEmpty());
    }

    private static long records(List<LaterFile> later) {
        return later.stream()
                .filter(LaterFile.Tables.class::isInstance)
                .flatMap(file -> ((LaterFile.Tables) file).plan().datasets().stream())
                .mapToLong(dataset -> dataset.records())
                .sum();
    }

    private static int exitCode(Severity verdict) {
        switch (verdict) {
            case PASSED:
                return ExitCode.PASSED;
            case FAILED:
                return ExitCode.FAILED;
            default:
                return ExitCode.INDETERMINATE;
        }
    }
}
