package org.trialseal.core.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EntryTree;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogOpenings;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.ArtifactOpening;
import org.trialseal.core.proof.OpenedEntry;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;

/** What a package opens besides the records: entries, schemas, settings, and file digests where nothing is hidden. */
final class PackageContext {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final Choice choice;
    private final Fields fields;

    PackageContext(EvidenceFolder folder, FolderOpenings openings, Choice choice, Fields fields) {
        this.folder = folder;
        this.openings = openings;
        this.choice = choice;
        this.fields = fields;
    }

    List<OpenedEntry> entries() throws IOException, MalformedException {
        EntryTree tree = new EntryTree(folder.entries());
        List<OpenedEntry> opened = new ArrayList<>();
        for (int index : openedEntries()) {
            opened.add(new OpenedEntry(index, folder.entries().get(index), tree.path(index)));
        }
        return opened;
    }

    SortedSet<Integer> openedEntries() {
        TreeSet<Integer> indices = new TreeSet<>(choice.documents());
        for (int table : choice.tables()) {
            indices.add(table);
            indices.add(source(folder.entries().get(table)));
        }
        return indices;
    }

    /** The index of the source entry of a dataset or log; -1 for others. */
    static int source(SealEntry entry) {
        if (entry instanceof LogEntry log) {
            return log.source();
        }
        return entry instanceof DatasetEntry dataset ? dataset.source() : -1;
    }

    List<ArtifactOpening> openings(StudyStore store) throws IOException, MalformedException {
        List<ArtifactOpening> opened = new ArrayList<>();
        for (int table : choice.tables()) {
            addTable(table, opened);
        }
        Map<Integer, Opening> files =
                store.fileOpenings(folder.statement().place().seal());
        for (int source : filesShownWhole()) {
            Optional.ofNullable(files.get(source)).ifPresent(file -> opened.add(new ArtifactOpening(source, file)));
        }
        return opened;
    }

    private void addTable(int table, List<ArtifactOpening> opened) throws MalformedException {
        if (folder.entries().get(table) instanceof LogEntry log) {
            LogOpenings opening =
                    openings.log(log.name(), folder.statement().place().seal());
            opened.add(new ArtifactOpening(table, opening.schemas()));
            opened.add(new ArtifactOpening(table, opening.settings()));
        } else {
            DatasetOpenings opening = openings.get(table);
            opened.add(new ArtifactOpening(table, opening.schema()));
            opened.add(new ArtifactOpening(table, opening.settings()));
        }
    }

    /** A file's digest is opened only with all that was read from the file, lest it help to guess what is hidden. */
    SortedSet<Integer> filesShownWhole() {
        TreeSet<Integer> files = new TreeSet<>(choice.documents());
        for (int table : choice.tables()) {
            int source = source(folder.entries().get(table));
            if (isShownWhole(source)) {
                files.add(source);
            }
        }
        return files;
    }

    private boolean isShownWhole(int source) {
        for (int i = 0; i < folder.entries().size(); i++) {
            SealEntry entry = folder.entries().get(i);
            boolean shownWhole = choice.isWhole(i) && fields.areAll(entry.name());
            if (source(entry) == source && !shownWhole) {
                return false;
            }
        }
        return folder.entries().get(source) instanceof SourceEntry;
    }
}
