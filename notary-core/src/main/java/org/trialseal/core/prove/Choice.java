package org.trialseal.core.prove;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.SealEntry;

/** What all selections together want of each artifact of a seal. */
final class Choice {
    private final List<SealEntry> entries;
    private final FolderOpenings openings;
    private final TreeMap<Integer, Wanted> datasets = new TreeMap<>();
    private final TreeSet<Integer> documents = new TreeSet<>();

    Choice(List<SealEntry> entries, FolderOpenings openings) {
        this.entries = entries;
        this.openings = openings;
    }

    static Choice of(List<SealEntry> entries, FolderOpenings openings, List<Selection> selections)
            throws ProofRefusedException, MalformedException {
        Choice choice = new Choice(entries, openings);
        for (Selection selection : selections) {
            choice.add(selection);
        }
        for (Map.Entry<Integer, Wanted> dataset : choice.datasets.entrySet()) {
            if (dataset.getValue().isMixed()) {
                throw ProofRefusedException.request("subjects and single records of one dataset ("
                        + entries.get(dataset.getKey()).name() + ") cannot be shown in one package; make two");
            }
        }
        return choice;
    }

    Map<Integer, Wanted> datasets() {
        return datasets;
    }

    SortedSet<Integer> documents() {
        return documents;
    }

    private void add(Selection selection) throws ProofRefusedException, MalformedException {
        if (selection instanceof Selection.All all) {
            addAll(all);
        } else if (selection instanceof Selection.Subjects subjects) {
            addSubjects(subjects);
        } else if (selection instanceof Selection.Records records) {
            int index = find(records.dataset(), DatasetEntry.class);
            wanted(index).addRecord(openings.dataset(index).schemaValue(), records.values());
        } else if (selection instanceof Selection.Document document) {
            documents.add(find(document.name(), DocumentEntry.class));
        }
    }

    private void addAll(Selection.All all) throws ProofRefusedException {
        for (String name : all.names()) {
            find(name, SealEntry.class);
        }
        for (int i = 0; i < entries.size(); i++) {
            SealEntry entry = entries.get(i);
            boolean named = all.names().isEmpty() || all.names().contains(entry.name());
            if (named && entry instanceof DatasetEntry) {
                wanted(i).addAll();
            } else if (named && entry instanceof DocumentEntry) {
                documents.add(i);
            }
        }
    }

    private void addSubjects(Selection.Subjects subjects) throws ProofRefusedException {
        boolean grouped = false;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof DatasetEntry dataset
                    && dataset.shape().grouped()) {
                grouped = true;
                for (String identifier : subjects.identifiers()) {
                    wanted(i).addSubject(Cell.ofCharacters(identifier));
                }
            }
        }
        if (!grouped) {
            throw ProofRefusedException.request("no dataset of this seal is grouped by subject; show records instead");
        }
    }

    private Wanted wanted(int index) {
        return datasets.computeIfAbsent(index, i -> new Wanted());
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
        throw ProofRefusedException.request("this seal holds nothing called " + name + "; it holds "
                + entries.stream()
                        .filter(entry -> !entry.kind().equals("source"))
                        .map(SealEntry::name)
                        .toList());
    }
}
