package org.trialseal.core.prove;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/** What all selections together want of each artifact of a seal. */
final class Choice {
    private final long seal;
    private final List<SealEntry> entries;
    private final FolderOpenings openings;
    private final TreeMap<Integer, Wanted> datasets = new TreeMap<>();
    private final TreeMap<Integer, Wanted> logs = new TreeMap<>();
    private final TreeSet<Integer> documents = new TreeSet<>();

    private Choice(EvidenceFolder folder, FolderOpenings openings) {
        this.seal = folder.statement().place().seal();
        this.entries = folder.entries();
        this.openings = openings;
    }

    static Choice of(EvidenceFolder folder, FolderOpenings openings, List<Selection> selections)
            throws ProofRefusedException, MalformedException {
        Choice choice = new Choice(folder, openings);
        for (Selection selection : selections) {
            choice.add(selection);
        }
        for (Map.Entry<Integer, Wanted> dataset : choice.datasets.entrySet()) {
            if (dataset.getValue().isMixed()) {
                throw new ProofRefusedException(
                        Code.MIXED, folder.entries().get(dataset.getKey()).name());
            }
        }
        return choice;
    }

    Map<Integer, Wanted> datasets() {
        return datasets;
    }

    Map<Integer, Wanted> logs() {
        return logs;
    }

    /** The indices of all datasets and logs. */
    SortedSet<Integer> tables() {
        TreeSet<Integer> tables = new TreeSet<>(datasets.keySet());
        tables.addAll(logs.keySet());
        return tables;
    }

    /** Whether all records of a dataset or log are wanted. */
    boolean isWhole(int index) {
        Wanted wanted = datasets.getOrDefault(index, logs.get(index));
        return wanted != null && wanted.isWhole();
    }

    SortedSet<Integer> documents() {
        return documents;
    }

    /** What is wanted of a dataset or log of which something is. */
    Wanted wantedOf(int index) {
        return Objects.requireNonNull(datasets.getOrDefault(index, logs.get(index)));
    }

    /** Refuses a package that would show nothing, unless nothing was asked for. */
    void requireSomething(List<Selection> selections) throws ProofRefusedException {
        if (!selections.isEmpty() && tables().isEmpty() && documents.isEmpty()) {
            throw new ProofRefusedException(Code.NO_RECORD_ANYWHERE);
        }
    }

    /** Refuses a field that nothing has of which records are wanted. */
    void requireFields(Fields fields) throws MalformedException, ProofRefusedException {
        for (String field : fields.everywhere()) {
            boolean known = false;
            for (int index : tables()) {
                known |= hasColumn(index, field);
            }
            if (!known) {
                throw new ProofRefusedException(Code.NO_COLUMN_ANYWHERE, field);
            }
        }
        for (Map.Entry<String, List<String>> named : fields.of().entrySet()) {
            requireColumns(table(named.getKey()), named.getValue());
        }
    }

    private void requireColumns(int index, List<String> columns) throws MalformedException, ProofRefusedException {
        String name = entries.get(index).name();
        if (!tables().contains(index)) {
            throw new ProofRefusedException(Code.FIELDS_OF_NOTHING, name);
        }
        for (String column : columns) {
            if (!hasColumn(index, column)) {
                throw new ProofRefusedException(Code.NO_COLUMN, name, column);
            }
        }
    }

    private boolean hasColumn(int index, String name) throws MalformedException {
        return openings.exportSchema(entries.get(index), index, seal)
                .indexOf(name)
                .isPresent();
    }

    private void add(Selection selection) throws ProofRefusedException, MalformedException {
        if (selection instanceof Selection.All all) {
            addAll(all);
        } else if (selection instanceof Selection.Subjects subjects) {
            addSubjects(subjects);
        } else if (selection instanceof Selection.Records records) {
            addRecords(records);
        } else if (selection instanceof Selection.Rows rows) {
            addRows(rows);
        } else if (selection instanceof Selection.Document document) {
            documents.add(find(document.name(), DocumentEntry.class));
        }
    }

    private void addRecords(Selection.Records records) throws ProofRefusedException, MalformedException {
        int index = table(records.dataset());
        wanted(index).addRecord(openings.exportSchema(entries.get(index), index, seal), records.values());
    }

    private void addRows(Selection.Rows rows) throws ProofRefusedException {
        int index = table(rows.dataset());
        SealEntry entry = entries.get(index);
        long records = entry instanceof LogEntry log
                ? log.records()
                : ((DatasetEntry) entry).shape().records();
        for (long row : rows.rows()) {
            if (row < 0 || row >= records) {
                throw new ProofRefusedException(Code.NO_RECORD_NUMBER, entry.name(), records, row + 1);
            }
        }
        wanted(index).addRows(rows.rows());
    }

    private int table(String name) throws ProofRefusedException {
        int index = find(name, SealEntry.class);
        if (entries.get(index) instanceof DocumentEntry) {
            throw new ProofRefusedException(Code.NO_RECORDS_IN_DOCUMENT, name);
        }
        return index;
    }

    private void addAll(Selection.All all) throws ProofRefusedException {
        for (String name : all.names()) {
            find(name, SealEntry.class);
        }
        for (int i = 0; i < entries.size(); i++) {
            SealEntry entry = entries.get(i);
            boolean named = all.names().isEmpty() || all.names().contains(entry.name());
            if (named && (entry instanceof DatasetEntry || entry instanceof LogEntry)) {
                wanted(i).addAll();
            } else if (named && entry instanceof DocumentEntry) {
                documents.add(i);
            }
        }
    }

    private void addSubjects(Selection.Subjects subjects) throws ProofRefusedException, MalformedException {
        for (String name : subjects.in()) {
            if (!hasSubjects(entries.get(table(name)))) {
                throw new ProofRefusedException(Code.UNGROUPED, name);
            }
        }
        boolean grouped = false;
        for (int i = 0; i < entries.size(); i++) {
            boolean named = subjects.in().isEmpty()
                    || subjects.in().contains(entries.get(i).name());
            if (named && hasSubjects(entries.get(i))) {
                grouped = true;
                for (String identifier : subjects.identifiers()) {
                    wanted(i).addSubject(identifier);
                }
            }
        }
        if (!grouped) {
            throw new ProofRefusedException(Code.NOTHING_GROUPED);
        }
    }

    private boolean hasSubjects(SealEntry entry) throws MalformedException {
        if (entry instanceof LogEntry) {
            return openings.log(entry.name(), seal).settingsValue().subject().isPresent();
        }
        return entry instanceof DatasetEntry dataset && dataset.shape().grouped();
    }

    private Wanted wanted(int index) {
        TreeMap<Integer, Wanted> kind = entries.get(index) instanceof LogEntry ? logs : datasets;
        return kind.computeIfAbsent(index, i -> new Wanted());
    }

    private int find(String name, Class<? extends SealEntry> kind) throws ProofRefusedException {
        for (int i = 0; i < entries.size(); i++) {
            SealEntry entry = entries.get(i);
            if (kind.isInstance(entry)
                    && !entry.kind().equals("source")
                    && entry.name().equals(name)) {
                return i;
            }
        }
        throw new ProofRefusedException(
                Code.NOT_SEALED,
                name,
                entries.stream()
                        .filter(entry -> !entry.kind().equals("source"))
                        .map(SealEntry::name)
                        .toList());
    }
}
