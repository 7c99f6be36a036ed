package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;

/**
 * Which later file belongs to which sealed artifact: by the dataset's or document's name; then, for what is left, a
 * single dataset with the same columns; then, for files that are no tables, by the name of the sealed file.
 */
final class FileMatching {
    private final List<? extends @Nullable SealEntry> entries;
    private final Opened opened;
    private final Map<Integer, LaterFile> documents = new TreeMap<>();
    private final Map<Integer, LaterTable> datasets = new TreeMap<>();
    private final Map<Integer, LaterTable> logs = new TreeMap<>();
    private final Map<Integer, LaterFile> unreadable = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();
    private boolean part;

    /** Gives what is open of the seal; empty for what is not. */
    interface Opened {
        /** The schema of a dataset. */
        Optional<Schema> schema(int artifact) throws MalformedException;

        /** The settings of a dataset or log. */
        Optional<ImportSettings> settings(int artifact) throws MalformedException;
    }

    /**
     * A table of a later file.
     *
     * @param plan what is known of it
     * @param table its place among the tables of the file, from 0
     * @param byColumns whether it was recognised by its columns alone
     */
    record LaterTable(LaterFile file, DatasetPlan plan, int table, boolean byColumns) {
        /** Whether its rows are not at hand: a later package need not show them all. */
        boolean isHidden() {
            return file instanceof ShownDataset shown && shown.rows().isEmpty();
        }
    }

    private FileMatching(List<? extends @Nullable SealEntry> entries, Opened opened) {
        this.entries = entries;
        this.opened = opened;
    }

    /** @param entries of the seal; null for those that are not known */
    static FileMatching of(List<? extends @Nullable SealEntry> entries, List<LaterFile> files, Opened opened)
            throws IOException, MalformedException {
        FileMatching matching = new FileMatching(entries, opened);
        matching.part = files.stream().anyMatch(FileMatching::isPart);
        List<LaterFile> planned = new ArrayList<>();
        for (LaterFile file : files) {
            planned.add(matching.asSealed(file));
        }
        List<LaterFile> left = matching.matchDocuments(planned);
        List<LaterTable> tables = matching.matchNames(left);
        matching.matchColumns(tables);
        matching.matchUnreadable(left);
        return matching;
    }

    /** A file one of whose tables was sealed by an earlier version of its importer, as that version plans it. */
    private LaterFile asSealed(LaterFile file) throws IOException, MalformedException {
        if (file instanceof LaterFile.Tables tables) {
            for (DatasetPlan plan : tables.plan().datasets()) {
                Optional<Integer> entry = findTable(plan.name());
                Optional<ImportSettings> sealed = entry.isPresent() ? opened.settings(entry.get()) : Optional.empty();
                Optional<Importer> other = sealed.filter(settings ->
                                settings.importer().equals(tables.importer().id())
                                        && settings.version() != plan.settings().version())
                        .flatMap(settings -> tables.importer().asVersion(settings.version()));
                if (other.isPresent()) {
                    return tables.plannedBy(other.get());
                }
            }
        }
        return file;
    }

    private static boolean isPart(LaterFile file) {
        return file instanceof ShownDataset dataset && dataset.part()
                || file instanceof ShownDocument document && document.part();
    }

    /** What is to be said of a sealed artifact for which there is no file. */
    ArtifactComparison without(String name) {
        return part ? ArtifactComparison.unknown(name, Code.NOT_SHOWN_LATER) : ArtifactComparison.missing(name);
    }

    private List<LaterFile> matchDocuments(List<LaterFile> files) {
        List<LaterFile> left = new ArrayList<>();
        for (LaterFile file : files) {
            Optional<Integer> document = file instanceof ShownDataset
                    ? Optional.empty()
                    : find(DocumentEntry.class, file.name(), documents.keySet());
            document.ifPresentOrElse(index -> documents.put(index, file), () -> left.add(file));
        }
        return left;
    }

    private Optional<Integer> find(Class<? extends SealEntry> kind, String name, Set<Integer> taken) {
        for (int index = 0; index < entries.size(); index++) {
            @Nullable SealEntry entry = entries.get(index);
            if (entry != null && kind.isInstance(entry) && entry.name().equals(name) && !taken.contains(index)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private List<LaterTable> matchNames(List<LaterFile> files) {
        List<LaterTable> left = new ArrayList<>();
        for (LaterFile file : files) {
            for (LaterTable later : tables(file)) {
                findTable(later.plan().name()).ifPresentOrElse(index -> put(index, later), () -> left.add(later));
            }
        }
        return left;
    }

    private static List<LaterTable> tables(LaterFile file) {
        List<LaterTable> tables = new ArrayList<>();
        if (file instanceof LaterFile.Tables read) {
            for (int table = 0; table < read.plan().datasets().size(); table++) {
                tables.add(new LaterTable(file, read.plan().datasets().get(table), table, false));
            }
        } else if (file instanceof ShownDataset shown) {
            tables.add(new LaterTable(file, shown.plan(), 0, false));
        }
        return tables;
    }

    private Optional<Integer> findTable(String name) {
        Optional<Integer> log = find(LogEntry.class, name, logs.keySet());
        return log.isPresent() ? log : find(DatasetEntry.class, name, datasets.keySet());
    }

    private void put(int index, LaterTable table) {
        (entries.get(index) instanceof LogEntry ? logs : datasets).put(index, table);
    }

    private void matchColumns(List<LaterTable> tables) throws MalformedException {
        Map<Set<String>, List<LaterTable>> later = new LinkedHashMap<>();
        for (LaterTable table : tables) {
            later.computeIfAbsent(columns(table.plan().schema()), columns -> new ArrayList<>())
                    .add(table);
        }
        Map<Set<String>, List<Integer>> sealed = openDatasets();
        for (Map.Entry<Set<String>, List<LaterTable>> candidates : later.entrySet()) {
            List<Integer> fitting = sealed.getOrDefault(candidates.getKey(), List.of());
            if (fitting.size() == 1 && candidates.getValue().size() == 1) {
                LaterTable table = candidates.getValue().get(0);
                datasets.put(fitting.get(0), new LaterTable(table.file(), table.plan(), table.table(), true));
            } else {
                candidates
                        .getValue()
                        .forEach(table -> unexpected.add(table.plan().name()));
            }
        }
    }

    private Map<Set<String>, List<Integer>> openDatasets() throws MalformedException {
        Map<Set<String>, List<Integer>> sealed = new HashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index) instanceof DatasetEntry && !datasets.containsKey(index)) {
                Optional<Schema> schema = opened.schema(index);
                if (schema.isPresent()) {
                    sealed.computeIfAbsent(columns(schema.get()), columns -> new ArrayList<>())
                            .add(index);
                }
            }
        }
        return sealed;
    }

    private static Set<String> columns(Schema schema) {
        return new HashSet<>(schema.names());
    }

    private void matchUnreadable(List<LaterFile> files) {
        for (LaterFile file : files) {
            if (file instanceof LaterFile.Plain || file instanceof ShownDocument) {
                List<Integer> sources = datasetsOfSource(file.name());
                if (sources.isEmpty()) {
                    unexpected.add(file.name());
                }
                sources.forEach(index -> unreadable.put(index, file));
            }
        }
    }

    private List<Integer> datasetsOfSource(String name) {
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            int from = source(entries.get(index));
            if (from >= 0
                    && !datasets.containsKey(index)
                    && !logs.containsKey(index)
                    && !unreadable.containsKey(index)
                    && entries.get(from) instanceof SourceEntry source
                    && source.name().equals(name)) {
                found.add(index);
            }
        }
        return found;
    }

    /** The index of the source entry of a dataset or log; -1 for others. */
    static int source(@Nullable SealEntry entry) {
        if (entry instanceof LogEntry log) {
            return log.source();
        }
        return entry instanceof DatasetEntry dataset ? dataset.source() : -1;
    }

    /** Files for sealed documents, by the documents' artifact index. */
    Map<Integer, LaterFile> documents() {
        return documents;
    }

    /** Tables for sealed datasets, by the datasets' artifact index. */
    Map<Integer, LaterTable> datasets() {
        return datasets;
    }

    /** Tables for sealed event logs, by the logs' artifact index. */
    Map<Integer, LaterTable> logs() {
        return logs;
    }

    /** Files that have the name of a sealed data file and are no tables, by the artifact index of its datasets and logs. */
    Map<Integer, LaterFile> unreadable() {
        return unreadable;
    }

    /** What was not sealed. */
    List<String> unexpected() {
        return unexpected;
    }
}
