package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.compare.Compared;
import org.trialseal.app.work.compare.ComparisonExport;
import org.trialseal.app.work.compare.ComparisonJson;
import org.trialseal.app.work.compare.ComparisonOrder;
import org.trialseal.app.work.compare.Differences;
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.DifferenceJournal;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.seal.Statement;
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
            "What is found about --alleged changes none of them.",
            "",
            "Examples:",
            "  trialseal compare seal-2 later/*.csv",
            "  trialseal compare seal-2 --only later/lb.csv --data kept/lb.csv",
            "  trialseal compare lb.trialseal later/lb.csv",
            "  trialseal compare seal-2 --only seal-3-lb.trialseal",
            "  trialseal compare seal-2 --values --only later/lb.json --data kept/lb.xpt",
            "  trialseal compare seal-2 --only later/lb.csv --data kept/lb.csv --export differences.csv",
            "  trialseal compare seal-2 --only later/lb.csv --alleged 'lb?USUBJID=TS-2041-014&LBSEQ=3#LBORRES=81'"
        })
final class CompareCommand extends Action {
    @Parameters(index = "0", paramLabel = "DIR|PACKAGE", description = "An evidence folder or a proof package.")
    @SuppressWarnings("NullAway.Init")
    private Path seal;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE|PACKAGE",
            arity = "1..*",
            description = "The later copy; of a package, what it shows.")
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

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description =
                    "Write all differences to a file, .csv (for spreadsheets) or .json; --json lists at most 10,000"
                            + " an artifact.")
    private @Nullable Path export;

    @Override
    int run(Workspace workspace) throws Exception {
        SealComparing comparing = new SealComparing(
                workspace.configuration(),
                workspace.formats(),
                workspace.random(),
                new LocalPolicy(workspace.configuration(), workspace.bitcoin()));
        ComparisonOrder order = order();
        if (export != null) {
            ComparisonExport.requireKnown(export);
        }
        comparing.statement(seal);
        requireAnswerable(order);
        if (!order.needsPassphrase()) {
            return compare(workspace, comparing, order, Optional.empty());
        }
        try (Passphrase passphrase = PassphraseInput.existing(workspace.options())) {
            return compare(workspace, comparing, order, Optional.of(passphrase));
        }
    }

    private ComparisonOrder order() throws CommandFailure {
        List<AllegedValue> values = new ArrayList<>();
        for (String allegation : alleged) {
            values.add(AllegedText.parse(allegation));
        }
        return new ComparisonOrder(seal, files, only, this.values, practice, data, values);
    }

    /** What is asked is answered or refused. */
    private static void requireAnswerable(ComparisonOrder order) throws CommandFailure {
        if (!order.alleged().isEmpty() && (order.values() || !order.needsPassphrase())) {
            throw CommandFailure.usage(
                    "--alleged asks an evidence folder about its records: give the folder, and leave --values out");
        }
    }

    private int compare(
            Workspace workspace, SealComparing comparing, ComparisonOrder order, Optional<Passphrase> passphrase)
            throws Exception {
        if (export == null) {
            Compared compared = comparing.compare(order, passphrase, Optional.empty(), workspace.output()::progress);
            return tell(workspace.output(), compared, Differences.LISTED);
        }
        try (DifferenceJournal journal = comparing.journal()) {
            Compared compared =
                    comparing.compare(order, passphrase, Optional.of(journal), workspace.output()::progress);
            Differences all = Differences.in(journal);
            ComparisonExport.write(export, compared, all);
            return tell(workspace.output(), compared, all.first(ArtifactComparison.MAX_DIFFERENCES));
        }
    }

    private int tell(Output output, Compared compared, Differences differences) throws IOException {
        for (int i = 0; i < compared.alleged().size(); i++) {
            AllegedValue value = compared.order().alleged().get(i);
            AllegedValue.Answer answer = compared.alleged().get(i);
            output.result("Alleged " + value.column() + " \"" + value.text() + "\": "
                    + answer.verdict().word() + ". " + answer.detail());
        }
        compared.verification()
                .ifPresent(verification ->
                        output.result("The package itself: " + new VerificationWords(output).sentence(verification)));
        for (VerificationReport later : compared.laterPackages()) {
            output.result("The later package: " + new VerificationWords(output).sentence(later));
        }
        String words = compared.statement().map(CompareCommand::words).orElse("the seal of the package");
        new ComparisonOutput(output, differences).tell(compared, words);
        output.json(json -> ComparisonJson.write(json, compared, differences));
        return exitCode(compared.verdict());
    }

    private static String words(Statement statement) {
        return "seal " + statement.place().seal() + " (\"" + statement.milestone() + "\") of study "
                + statement.study().id();
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
