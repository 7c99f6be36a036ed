package org.trialseal.app.cli;

import java.nio.file.Path;
import org.trialseal.app.work.AnchorState;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;
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
        describe(workspace, evidence, anchor);
        Statement statement = evidence.statement();
        workspace.output().json(json -> {
            json.writeStringField("study", statement.study().id());
            json.writeNumberField("seal", statement.place().seal());
            json.writeStringField("milestone", statement.milestone());
            json.writeStringField("network", statement.network().word());
            json.writeStringField("claimedTime", statement.claimedTime().toString());
            json.writeStringField("statement", evidence.digest().hex());
            json.writeStringField("anchor", anchor.word());
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

    private static void describe(Workspace workspace, EvidenceFolder evidence, AnchorState anchor) {
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
        RetryPolicy.Age age = RetryPolicy.standard()
                .age(statement.claimedTime(), workspace.clock().instant());
        if (anchor == AnchorState.PENDING && age != RetryPolicy.Age.WAITING) {
            output.warn("the proof has been pending for more than seven days: run 'trialseal anchor', and if that does"
                    + " not help, 'trialseal anchor --again'");
        }
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
