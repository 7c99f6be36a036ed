package org.trialseal.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.evidence.WrongPassphraseException;

/** Finds and opens the study store that belongs to an evidence folder. */
public final class StudyStores {
    private final Configuration configuration;
    private final SecureRandom random;

    /** @param configuration names the folder of the stores */
    public StudyStores(Configuration configuration, SecureRandom random) {
        this.configuration = configuration;
        this.random = random;
    }

    /**
     * Opens the store of the study that a folder belongs to. Nobody else can, until it is closed.
     *
     * @throws RefusedException when it is not where it should be
     */
    public StudyStore open(EvidenceFolder folder, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        Path place =
                StudyStore.folderFor(configuration.stores(), folder.statement().ledger());
        if (!StudyStore.exists(place)) {
            throw new RefusedException(Code.NO_STORE, place);
        }
        return StudyStore.open(place, passphrase, random);
    }
}
