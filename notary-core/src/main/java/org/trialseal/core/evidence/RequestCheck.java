package org.trialseal.core.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/** Refuses requests that cannot be met, before anything is read or written. */
final class RequestCheck {
    private final Set<String> names = new HashSet<>();

    private RequestCheck() {}

    static void require(SealRequest request) throws SealRefusedException {
        RequestCheck check = new RequestCheck();
        for (SealItem item : request.items()) {
            check.require(item);
        }
        int entries = entries(request);
        if (entries == 0) {
            throw refused("there is nothing to seal");
        }
        if (entries > Statement.MAX_ENTRIES) {
            throw refused("a seal has at most " + Statement.MAX_ENTRIES + " entries; seal fewer files at a time");
        }
    }

    /** Number of entries of the seal. */
    static int entries(SealRequest request) {
        int entries = 0;
        for (SealItem item : request.items()) {
            entries += 1
                    + (item instanceof SealItem.DataItem data
                            ? data.plan().datasets().size()
                            : 0);
        }
        return entries;
    }

    private void require(SealItem item) throws SealRefusedException {
        requireName(item.file().name());
        if (item instanceof SealItem.DataItem data) {
            requireTables(data);
        } else {
            requireUnique(item.file().name());
        }
    }

    private void requireTables(SealItem.DataItem item) throws SealRefusedException {
        List<DatasetPlan> datasets = item.plan().datasets();
        if (datasets.isEmpty()) {
            throw refused(item.file().path() + " holds no tables; seal its bytes with --as document");
        }
        for (DatasetPlan dataset : datasets) {
            requireName(dataset.name());
            requireUnique(dataset.name());
            if (dataset.log() && item.logs().get(dataset.name()) == LogOrder.NEWEST_FIRST) {
                throw refused("the format of " + item.file().path() + " lists the oldest record of " + dataset.name()
                        + " first; seal it in that order");
            }
            if (!reading(dataset).equals(reading(datasets.get(0)))) {
                throw refused("the plan of " + item.file().path()
                        + " gives its tables different options; all tables of a file are read with the same");
            }
        }
    }

    /** How the file is read, without what concerns one table only. */
    private static ImportSettings reading(DatasetPlan dataset) {
        return dataset.settings().own().withGrouping(Optional.empty(), List.of());
    }

    private static void requireName(String name) throws SealRefusedException {
        if (!SealEntry.isName(name)) {
            throw refused("a name has 1 to 255 characters, no slashes and no control characters");
        }
    }

    private void requireUnique(String name) throws SealRefusedException {
        if (!names.add(name)) {
            throw refused("two files give the name " + name + "; rename one of them or name it in a plan");
        }
    }

    private static SealRefusedException refused(String message) {
        return new SealRefusedException(SealRefusedException.Reason.REQUEST, message);
    }
}
