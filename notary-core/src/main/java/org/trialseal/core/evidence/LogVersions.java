package org.trialseal.core.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;

/**
 * The versions of importers by which event logs of earlier seals were read: an export of such a log is read so again,
 * because a newer version may say more of its old records, and then they would not be the same.
 */
final class LogVersions {
    private final EarlierLogs earlier;
    private final Optional<FolderOpenings> openings;

    /** @param openings of the seal before */
    LogVersions(EarlierLogs earlier, Optional<FolderOpenings> openings) {
        this.earlier = earlier;
        this.openings = openings;
    }

    /** The items as they are to be read. */
    List<SealItem> of(List<SealItem> items) throws IOException, MalformedException {
        List<SealItem> read = new ArrayList<>();
        for (SealItem item : items) {
            read.add(item instanceof SealItem.DataItem data ? of(data) : item);
        }
        return read;
    }

    private SealItem of(SealItem.DataItem item) throws IOException, MalformedException {
        for (String log : item.logs().keySet()) {
            Optional<Importer> before = before(item.importer(), log);
            if (before.isPresent()) {
                return new SealItem.DataItem(item.file(), before.get(), plan(item, before.get()), item.logs());
            }
        }
        return item;
    }

    private Optional<Importer> before(Importer importer, String log) throws MalformedException {
        if (openings.isEmpty() || earlier.last(log).isEmpty()) {
            return Optional.empty();
        }
        ImportSettings settings =
                openings.get().log(log, earlier.last(log).get().seal()).settingsValue();
        boolean another = settings.importer().equals(importer.id()) && settings.version() != importer.version();
        return another ? importer.asVersion(settings.version()) : Optional.empty();
    }

    /** The plan of that version, with subjects and keys as they are wanted. */
    private static FilePlan plan(SealItem.DataItem item, Importer before) throws IOException, MalformedException {
        List<DatasetPlan> wanted = item.plan().datasets();
        FilePlan plan = before.plan(item.file(), wanted.get(0).settings().own().options(), Optional.empty(), List.of());
        List<DatasetPlan> datasets = new ArrayList<>();
        for (DatasetPlan dataset : plan.datasets()) {
            datasets.add(wanted.stream()
                    .filter(other -> other.name().equals(dataset.name()))
                    .findFirst()
                    .map(other -> dataset.asked(
                            other.name(), other.subject(), other.settings().keys()))
                    .orElse(dataset));
        }
        return plan.withDatasets(datasets);
    }
}
