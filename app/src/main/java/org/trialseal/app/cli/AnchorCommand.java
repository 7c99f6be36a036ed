package org.trialseal.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.trialseal.app.work.anchor.AnchorState;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "anchor",
        description = "Stamp what is not stamped, and ask for what is pending.",
        footer = {
            "",
            "Exit codes: 0 stamped now, or a block is named; 2 still pending; 69 no calendar answers.",
            "",
            "Examples:",
            "  trialseal anchor seal-2",
            "  trialseal anchor --again seal-2",
            "  trialseal anchor --wait seal-2"
        })
final class AnchorCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--again", description = "Stamp once more with all calendars, beside what is there.")
    private boolean again;

    @Option(
            names = "--wait",
            description = "Keep asking, less and less often, until a block is named. Ctrl-C stops it.")
    private boolean wait;

    @Override
    int run(Workspace workspace) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        int exitCode = step(workspace, evidence, again);
        for (int attempts = 1; wait && AnchorState.of(evidence) != AnchorState.IN_BLOCK; attempts++) {
            pause(workspace, evidence.statement().network(), attempts);
            exitCode = step(workspace, evidence, false);
        }
        AnchorState state = AnchorState.of(evidence);
        AnchorWords.warnWhenOverdue(state, workspace, evidence);
        workspace.output().json(json -> {
            json.writeStringField("folder", folder.toString());
            json.writeStringField("anchor", state.word());
        });
        return exitCode;
    }

    private static int step(Workspace workspace, EvidenceFolder evidence, boolean again) throws Exception {
        AnchorWords words = new AnchorWords(workspace.output());
        if (again || AnchorState.of(evidence) == AnchorState.NONE) {
            return words.tell(workspace.anchoring().stamp(evidence));
        }
        int exitCode = words.tell(workspace.anchoring().upgrade(evidence));
        if (evidence.statement().network() == Network.BITCOIN) {
            HeaderWords headers = new HeaderWords(workspace);
            headers.tell(workspace.headers().tie(evidence, headers));
        }
        boolean lostBlock = exitCode == ExitCode.PASSED && AnchorState.of(evidence) != AnchorState.IN_BLOCK;
        return lostBlock ? ExitCode.INDETERMINATE : exitCode;
    }

    /** Calendars publish every few hours; the practice network does so at once. */
    private static void pause(Workspace workspace, Network network, int attempts) throws InterruptedException {
        if (network == Network.BITCOIN) {
            Duration delay =
                    RetryPolicy.standard().delay(attempts, workspace.random().nextDouble());
            workspace.output().say("Asking again in " + delay.toMinutes() + " minutes.");
            workspace.output().flush();
            Thread.sleep(delay.toMillis());
        }
    }
}
