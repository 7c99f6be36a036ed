package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.app.work.AnchorState;
import org.trialseal.app.work.SealTime;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.VerificationPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = "Say what an evidence folder holds and how far its anchoring has come.",
        footer = {"", "Examples:", "  trialseal status seal-2"})
final class StatusCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    int run(Workspace workspace) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        AnchorState anchor = AnchorState.of(evidence);
        TimeFinding time = time(workspace, evidence);
        describe(workspace, evidence, anchor, time);
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

    /** What a package made now would say of the time. */
    private static TimeFinding time(Workspace workspace, EvidenceFolder evidence)
            throws IOException, MalformedException {
        VerificationPolicy policy =
                VerificationPolicy.standard(workspace.bitcoin().get()).knowing(HeaderWords.known(workspace));
        return SealTime.of(evidence, policy);
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
