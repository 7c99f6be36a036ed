package org.trialseal.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.StudyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "passphrase",
        description = "Change the passphrase of evidence folders and of their study's store.",
        footer = {
            "",
            "Name all folders of the study: each one is changed by itself, and so is the study's store.",
            "",
            "Examples:",
            "  trialseal passphrase seal-1 seal-2",
            "  trialseal passphrase --passphrase-file old.txt --new-passphrase-file new.txt seal-1"
        })
final class PassphraseCommand extends Action {
    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Read the new passphrase from here.")
    private @Nullable Path newFile;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Evidence folders.")
    private List<Path> folders = List.of();

    @Override
    int run(Workspace workspace) throws Exception {
        List<EvidenceFolder> evidence = new ArrayList<>();
        Set<Path> stores = new LinkedHashSet<>();
        for (Path folder : folders) {
            EvidenceFolder opened = EvidenceFolder.open(folder);
            evidence.add(opened);
            stores.add(StudyStore.folderFor(
                    workspace.configuration().stores(), opened.statement().ledger()));
        }
        try (Passphrase from = PassphraseInput.existing(workspace.options());
                Passphrase to = PassphraseInput.fresh(Optional.ofNullable(newFile), "--new-passphrase-file")) {
            for (EvidenceFolder folder : evidence) {
                folder.unlock(from);
            }
            for (Path store : stores) {
                if (StudyStore.exists(store)) {
                    StudyStore.changePassphrase(store, from, to, workspace.random());
                } else {
                    workspace.output().warn("the study store " + store + " is not here; its passphrase stays");
                }
            }
            for (EvidenceFolder folder : evidence) {
                folder.changePassphrase(from, to, workspace.random());
            }
        }
        workspace.output().result("The passphrase was changed.");
        workspace.output().json(json -> json.writeNumberField("folders", evidence.size()));
        return ExitCode.PASSED;
    }
}
