package org.trialseal.app.cli;

import java.nio.file.Path;
import org.trialseal.core.evidence.EvidenceFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "anchor",
        description = "Stamp what is not stamped, and ask for what is pending.",
        footer = {"", "Examples:", "  trialseal anchor seal-2", "  trialseal anchor --again seal-2"})
final class AnchorCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "An evidence folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--again", description = "Stamp once more with all calendars, beside what is there.")
    private boolean again;

    @Override
    int run(Workspace workspace) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        Anchoring anchoring = new Anchoring(workspace);
        boolean stamp = again || AnchorState.of(evidence) == AnchorState.NONE;
        int exitCode = stamp ? anchoring.stamp(evidence) : anchoring.upgrade(evidence);
        AnchorState state = AnchorState.of(evidence);
        workspace.output().json(json -> {
            json.writeStringField("folder", folder.toString());
            json.writeStringField("anchor", state.word());
        });
        return exitCode;
    }
}
