package org.trialseal.core.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.RetainedDocument;
import org.trialseal.core.evidence.RetainedRows;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.SealEntry;

/** Sealed data from what is given now, and else from what the study store retained. */
public final class RetainedData implements SealedData {
    private final SealedData given;
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStore store;

    /** @param given asked first */
    public RetainedData(SealedData given, EvidenceFolder folder, FolderOpenings openings, StudyStore store) {
        this.given = given;
        this.folder = folder;
        this.openings = openings;
        this.store = store;
    }

    /** Whether the study store retained anything of this seal. */
    public boolean isRetained() {
        for (int i = 0; i < folder.entries().size(); i++) {
            if (isRetained(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public TableReader open(String source, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException {
        try {
            return given.open(source, settings);
        } catch (ProofRefusedException e) {
            return retained(source).orElseThrow(() -> e);
        }
    }

    /** Only of what is given: what is retained are records, without what the file says of their arrangement. */
    @Override
    public Optional<Arranged> asRecords(String source, ImportSettings settings) throws IOException, MalformedException {
        return given.asRecords(source, settings);
    }

    private Optional<TableReader> retained(String source) throws MalformedException {
        List<RetainedRows.Part> parts = new ArrayList<>();
        List<SealEntry> entries = folder.entries();
        for (int i = 0; i < entries.size(); i++) {
            int from = PackageContext.source(entries.get(i));
            if (from >= 0 && entries.get(from).name().equals(source) && isRetained(i)) {
                parts.add(new RetainedRows.Part(
                        i,
                        entries.get(i).name(),
                        openings.exportSchema(
                                entries.get(i), i, folder.statement().place().seal())));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new RetainedRows(store, folder.statement(), parts));
    }

    private boolean isRetained(int artifact) {
        return RetainedRows.isThere(store, folder.statement().place().seal(), artifact);
    }

    @Override
    public DataFile document(String name) throws IOException, ProofRefusedException {
        try {
            return given.document(name);
        } catch (ProofRefusedException e) {
            for (int i = 0; i < folder.entries().size(); i++) {
                SealEntry entry = folder.entries().get(i);
                if (entry instanceof DocumentEntry && entry.name().equals(name) && isRetained(i)) {
                    return new RetainedDocument(store, folder.statement(), i, name);
                }
            }
            throw e;
        }
    }
}
