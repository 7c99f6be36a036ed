package org.trialseal.core.prove;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/**
 * What proofs are made from.
 *
 * @param openings what {@link EvidenceFolder#unlock} gave
 */
record ProofSources(EvidenceFolder folder, FolderOpenings openings, StudyStore store, SealedData data) {
    /** Refuses a folder whose statement is not the one that the study store remembers. */
    void requireRemembered() throws IOException, MalformedException {
        long seal = number();
        Optional<Sha256> remembered = store.statement(seal);
        if (remembered.isPresent() && !remembered.get().equals(folder.digest())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    folder.files().statement().toString(),
                    "is not the statement that the study store remembers of seal " + seal
                            + ": it was damaged, or another seal took its number");
        }
    }

    /** The number of the seal. */
    long number() {
        return folder.statement().place().seal();
    }

    /** The import settings of a dataset or log; empty for other entries. */
    Optional<ImportSettings> settings(int artifact) throws MalformedException {
        SealEntry entry = folder.entries().get(artifact);
        if (entry instanceof LogEntry) {
            return Optional.of(openings.log(entry.name(), number()).settingsValue());
        }
        return entry instanceof DatasetEntry
                ? Optional.of(openings.get(artifact).settingsValue())
                : Optional.empty();
    }

    /** The key of a document. */
    GroupKey documentKey(int artifact) throws IOException, ProofRefusedException {
        return GroupKey.derive(
                store.studySecret().orElseThrow(() -> new ProofRefusedException(Code.STUDY_SECRET)),
                folder.statement().nonce(),
                artifact);
    }

    /** Opens the table that a dataset or log was sealed from. */
    TableReader openTable(int artifact, Schema schema, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException {
        int source = PackageContext.source(folder.entries().get(artifact));
        TableReader reader = data.open(folder.entries().get(source).name(), settings);
        boolean found = false;
        try {
            for (int table = source + 1; table <= artifact; table++) {
                found = reader.nextTable()
                        .map(next -> next.schema().own().equals(schema.own()))
                        .orElse(false);
            }
        } catch (IOException | MalformedException | RuntimeException e) {
            reader.close();
            throw e;
        }
        if (!found) {
            reader.close();
            throw new ProofRefusedException(
                    Code.OTHER_COLUMNS, folder.entries().get(artifact).name());
        }
        return reader;
    }
}
