package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.anchor.AnchorState;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.input.OtherDescription;
import org.trialseal.app.work.input.PlanFile;
import org.trialseal.app.work.study.OtherLedgers;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.record.Described;
import org.trialseal.core.seal.NamedBlock;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.seal.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "seal",
        description = "Seal files: commit to every record, write an evidence folder, and have it anchored.",
        footer = {
            "",
            "Examples:",
            "  trialseal seal --out seal-1 --study TS-2041 --milestone \"protocol final\" protocol.pdf",
            "  trialseal seal --out seal-2 --study TS-2041 --previous seal-1 --milestone \"database lock\" *.csv",
            "  trialseal seal --out seal-3 --study TS-2041 --previous seal-2 --log consent consent.csv"
        })
final class SealCommand extends Action {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The evidence folder to be made.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--study", paramLabel = "ID", required = true, description = "Protocol number of the study.")
    private String study = "";

    @Option(names = "--study-title", paramLabel = "T", description = "Title of the study.")
    private @Nullable String studyTitle;

    @Option(names = "--sponsor", paramLabel = "NAME", description = "Sponsor of the study.")
    private @Nullable String sponsor;

    @Option(names = "--registry", paramLabel = "ID", description = "Registry id of the study (NCT, EU CT).")
    private @Nullable String registry;

    @Option(names = "--milestone", paramLabel = "M", description = "E.g. \"database lock\".")
    private String milestone = SealOrder.UNNAMED;

    @Option(names = "--title", paramLabel = "T", description = "Title of this seal.")
    private String title = "";

    @Option(names = "--previous", paramLabel = "DIR", description = "Evidence folder of the seal before.")
    private @Nullable Path previous;

    @Option(names = "--supersedes", paramLabel = "N", description = "This seal says that seal N was wrong.")
    private @Nullable Long supersedes;

    @Option(names = "--plan", paramLabel = "FILE", description = "An edited plan.")
    private @Nullable Path plan;

    @Option(
            names = "--retain",
            description = "Keep an encrypted copy in the study store, for proofs and old values without the files.")
    private boolean retain;

    @Option(names = "--signer", paramLabel = "CERT", description = "Require a signature by this certificate's key.")
    private List<Path> signers = List.of();

    @Option(names = "--no-anchor", description = "Do not contact calendars; run 'trialseal anchor' later.")
    private boolean noAnchor;

    @Option(
            names = "--network",
            paramLabel = "bitcoin|practice",
            description = "Default: that of --previous, or bitcoin.")
    private @Nullable String network;

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Override
    int run(Workspace workspace) throws Exception {
        Optional<PlanFile> planFile = plan == null ? Optional.empty() : Optional.of(PlanFile.read(plan));
        Optional<Network> chosen = network();
        Inputs.Understood understood =
                new Inputs(workspace.formats(), inputs.wishes(planFile)).understand(inputs.files());
        List<SealItem> items = understood.items();
        Phrase.english(understood.warnings()).forEach(workspace.output()::warn);
        inputs.columnsNowhere(items)
                .forEach(column -> workspace.output().warn("no file has a column " + column + ", which was asked for"));
        try (Passphrase passphrase = passphrase(workspace)) {
            StudySealing sealing = new StudySealing(
                    workspace.configuration(), workspace.random(), workspace.clock(), may -> block(workspace, may));
            StudySealing.Sealed sealed = sealing.seal(
                    order(chosen, items), passphrase, workspace.output().progress(Inputs.records(items)));
            warn(workspace.output(), sealed);
            if (previous == null) {
                warnOfOthers(workspace.output(), sealed.folder().statement());
            } else {
                warnOfOtherDescriptions(workspace.output(), previous, items, passphrase);
            }
            return finish(workspace, sealed.folder());
        }
    }

    private static void warn(Output output, StudySealing.Sealed sealed) {
        sealed.removed().forEach(name -> output.warn("removed what an interrupted seal had left: " + name));
        sealed.formerLogs()
                .forEach(name ->
                        output.warn(name + " is an event log in the seal before and a dataset in this one: nothing will"
                                + " show that it only grew. For that, seal with --log " + name));
    }

    private void warnOfOthers(Output output, Statement statement) throws IOException {
        List<Path> others = OtherLedgers.beside(out, statement);
        if (!others.isEmpty()) {
            output.warn("this seal begins a new ledger, though " + others.get(others.size() - 1)
                    + " holds a seal of study " + statement.study().id() + " already; nothing will show that the two"
                    + " belong together. If this seal is to follow it, seal again with --previous");
        }
    }

    /** The seal is made already: what cannot be seen of the one before must not make it look as if it were not. */
    private static void warnOfOtherDescriptions(
            Output output, Path previous, List<SealItem> items, Passphrase passphrase) {
        try {
            OtherDescription.since(previous, items, passphrase).forEach(other -> output.warn(words(other)));
        } catch (IOException | MalformedException | WrongPassphraseException e) {
            output.warn(
                    "it cannot be told whether the seal before was described by another Define-XML: " + e.getMessage());
        }
    }

    private static String words(OtherDescription other) {
        String keys = String.join(", ", other.before().keys());
        return other.name() + " is described by another Define-XML than in the seal before, where it was "
                + other.before().options().get(Described.FILE) + " with SHA-256 "
                + other.before().options().get(Described.DIGEST)
                + (other.before().keys().equals(other.now().keys()) ? "" : ", and its keys were " + keys);
    }

    private Passphrase passphrase(Workspace workspace) throws Exception {
        return previous == null
                ? PassphraseInput.fresh(workspace.options().passphraseFile(), "--passphrase-file")
                : PassphraseInput.existing(workspace.options());
    }

    private Optional<Network> network() throws CommandFailure {
        if (network == null) {
            return Optional.empty();
        }
        return Optional.of(Network.ofWord(network)
                .orElseThrow(() -> CommandFailure.usage("--network takes the word bitcoin or practice")));
    }

    private SealOrder order(Optional<Network> chosen, List<SealItem> items) throws Exception {
        return new SealOrder(
                out,
                chosen,
                new Study(
                        study,
                        Optional.ofNullable(registry),
                        Optional.ofNullable(sponsor),
                        Optional.ofNullable(studyTitle)),
                milestone,
                title,
                Optional.ofNullable(previous),
                supersedes == null ? OptionalLong.empty() : OptionalLong.of(supersedes),
                SignerFile.read(signers),
                retain,
                !noAnchor,
                items);
    }

    private static Optional<NamedBlock> block(Workspace workspace, boolean mayAsk) throws IOException {
        boolean known = LocalHeaders.mayKnow(workspace.configuration());
        return known ? workspace.headers().recent(mayAsk, workspace.output()::detail) : Optional.empty();
    }

    private int finish(Workspace workspace, EvidenceFolder folder) throws Exception {
        Statement statement = folder.statement();
        Output output = workspace.output();
        output.result("Sealed " + SealWords.contents(folder) + " as seal "
                + statement.place().seal() + " of study " + statement.study().id() + " in " + out);
        output.result("Statement " + folder.digest().hex());
        int exitCode = ExitCode.PASSED;
        if (noAnchor) {
            output.result("Not anchored yet: run 'trialseal anchor " + out + "'.");
        } else {
            exitCode = new AnchorWords(output).tell(workspace.anchoring().stamp(folder));
        }
        output.json(json -> {
            json.writeStringField("folder", out.toString());
            json.writeNumberField("seal", statement.place().seal());
            json.writeStringField("ledger", statement.ledger().hex());
            json.writeStringField("statement", folder.digest().hex());
            json.writeStringField("network", statement.network().word());
            json.writeStringField(
                    "anchor", noAnchor ? "none" : AnchorState.of(folder).word());
        });
        return exitCode;
    }
}
