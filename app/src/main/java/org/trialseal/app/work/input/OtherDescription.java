package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.seal.SealEntry;

/**
 * A dataset or log that another file describes than in the seal before.
 *
 * @param before how it was sealed then
 * @param now how it is sealed now
 */
public record OtherDescription(String name, ImportSettings before, ImportSettings now) {
    /** Those of a seal that follows another one; looks into the seal before only when something is described. */
    public static List<OtherDescription> since(Path previous, List<SealItem> items, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException {
        List<DatasetPlan> described = items.stream()
                .filter(SealItem.DataItem.class::isInstance)
                .flatMap(item -> ((SealItem.DataItem) item).plan().datasets().stream())
                .filter(dataset -> digest(dataset.settings()).isPresent())
                .toList();
        if (described.isEmpty()) {
            return List.of();
        }
        EvidenceFolder folder = EvidenceFolder.open(previous);
        FolderOpenings openings = folder.unlock(passphrase);
        List<OtherDescription> others = new ArrayList<>();
        for (DatasetPlan dataset : described) {
            Optional<ImportSettings> before = settings(folder, openings, dataset.name());
            if (before.flatMap(OtherDescription::digest)
                    .filter(digest -> !digest.equals(digest(dataset.settings()).orElseThrow()))
                    .isPresent()) {
                others.add(new OtherDescription(dataset.name(), before.get(), dataset.settings()));
            }
        }
        return others;
    }

    private static Optional<String> digest(ImportSettings settings) {
        return Optional.ofNullable(settings.options().get(Described.DIGEST));
    }

    private static Optional<ImportSettings> settings(EvidenceFolder folder, FolderOpenings openings, String name)
            throws MalformedException {
        LogOpenings log = openings.logs().get(name);
        if (log != null) {
            return Optional.of(log.settingsValue());
        }
        List<SealEntry> entries = folder.entries();
        for (int i = 0; i < entries.size(); i++) {
            DatasetOpenings dataset = openings.datasets().get(i);
            if (dataset != null && entries.get(i).name().equals(name)) {
                return Optional.of(dataset.settingsValue());
            }
        }
        return Optional.empty();
    }
}
