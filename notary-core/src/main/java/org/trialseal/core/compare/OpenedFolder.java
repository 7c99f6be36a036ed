package org.trialseal.core.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogEntry;

/** Schemas and settings of an evidence folder whose passphrase is known. */
record OpenedFolder(EvidenceFolder folder, FolderOpenings openings) implements FileMatching.Opened {
    @Override
    public Optional<Schema> schema(int artifact) throws MalformedException {
        @Nullable DatasetOpenings opening = openings.datasets().get(artifact);
        return opening == null ? Optional.empty() : Optional.of(opening.schemaValue());
    }

    @Override
    public Optional<ImportSettings> settings(int artifact) throws MalformedException {
        if (folder.entries().get(artifact) instanceof LogEntry log) {
            long seal = folder.statement().place().seal();
            return Optional.of(openings.log(log.name(), seal).settingsValue());
        }
        @Nullable DatasetOpenings opening = openings.datasets().get(artifact);
        return opening == null ? Optional.empty() : Optional.of(opening.settingsValue());
    }
}
