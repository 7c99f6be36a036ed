package org.trialseal.app.cli;

import java.nio.file.Path;
import org.trialseal.app.certificate.SealCertificate;
import org.trialseal.app.work.anchor.AnchorState;
import org.trialseal.app.work.anchor.SealTime;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.VerificationPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = "Say what an evidence folder holds and how far its anchoring has come.",
        footer = {
            "",
            "--report writes a certificate of the seal. It names what the statement keeps hidden: names and counts.",
            "",
            "Examples:",
            "  trialseal status seal-2",
            "  trialseal status --report seal-2.pdf seal-2"
        })
final class StatusCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private ReportOptions certificate = new ReportOptions();

    @Override
    int run(Workspace workspace) throws Exception {
        certificate.check();
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        AnchorState anchor = AnchorState.of(evidence);
        VerificationPolicy policy = policy(workspace);
        TimeFinding time = SealTime.of(evidence, policy);
        certificate.write(locale -> SealCertificate.of(evidence, policy, locale));
        describe(workspace, evidence, anchor, time);
        certificate.tell(workspace.output());
        Statement statement = evidence.statement();
        workspace.output().json(json -> {
            json.writeStringField("study", statement.study().id());
            json.writeNumberField("seal", statement.place().seal());
            json.writeStringField("milestone", statement.milestone());
            json.writeStringField("network", statement.network().word());
            json.writeStringField("claimedTime", statement.claimedTime().toString());
            json.writeStringField("statement", evidence.digest().hex());
            json.writeStringField("anchor", anchor.word());
            VerificationJson.time(json, time.time());
            json.writeArrayFieldStart("artifacts");
            for (SealEntry entry : evidence.entries()) {
                json.writeStartObject();
                json.writeStringField("kind", entry.kind());
                json.writeStringField("name", entry.name());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        return ExitCode.PASSED;
    }

    /** By which a package made now would be judged. */
    private static VerificationPolicy policy(Workspace workspace) {
        return VerificationPolicy.standard(workspace.bitcoin().get()).knowing(HeaderWords.known(workspace));
    }

    private static void describe(Workspace workspace, EvidenceFolder evidence, AnchorState anchor, TimeFinding time) {
        Output output = workspace.output();
        Statement statement = evidence.statement();
        output.result("Study " + statement.study().id() + ", seal "
                + statement.place().seal() + " (" + statement.milestone() + ")"
                + (statement.title().isEmpty() ? "" : ": " + statement.title()));
        statement.place().supersedes().ifPresent(seal -> output.result("It says that seal " + seal + " was wrong."));
        output.result("Holds " + SealWords.contents(evidence) + ".");
        output.result("Sealed " + statement.claimedTime() + " (claimed by the sealing computer's clock).");
        output.result("Network: " + statement.network().word()
                + (statement.network().word().equals("practice") ? " - for training only, never evidence" : ""));
        output.result("Anchor: " + words(anchor));
        if (anchor == AnchorState.IN_BLOCK) {
            output.result("Time: " + time.time().tier().jsonName() + ". "
                    + time.check().detail());
        }
        AnchorWords.warnWhenOverdue(anchor, workspace, evidence);
    }

    private static String words(AnchorState anchor) {
        switch (anchor) {
            case NONE:
                return "none yet";
            case PENDING:
                return "pending (calendars promise; nothing is proven yet)";
            default:
                return "names a block; a package verifies it";
        }
    }
}
