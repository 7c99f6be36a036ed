package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealRefusedException.Code;
import org.trialseal.core.seal.Statement;

/**
 * Where a new seal stands.
 *
 * @param ledger the ledger id
 * @param number the seal's number
 * @param previous the seal before
 */
record SealPlace(Bytes ledger, long number, Optional<EvidenceFolder> previous) {

    static SealPlace of(SealRequest request, Optional<EvidenceFolder> previous, SecureRandom random)
            throws SealRefusedException {
        if (previous.isEmpty()) {
            requireNothingSuperseded(request);
            return new SealPlace(Sealing.freshLedger(random), 1, previous);
        }
        Statement before = previous.get().statement();
        if (before.network() != request.network()) {
            throw new SealRefusedException(Code.OTHER_NETWORK, before.network().word());
        }
        if (!before.study().id().equals(request.study().id())) {
            throw new SealRefusedException(Code.OTHER_STUDY);
        }
        SealPlace place = new SealPlace(before.ledger(), before.place().seal() + 1, previous);
        if (request.supersedes().isPresent()
                && (request.supersedes().getAsLong() < 1 || request.supersedes().getAsLong() >= place.number)) {
            throw new SealRefusedException(Code.SUPERSEDES, place.number - 1);
        }
        return place;
    }

    private static void requireNothingSuperseded(SealRequest request) throws SealRefusedException {
        if (request.supersedes().isPresent()) {
            throw new SealRefusedException(Code.SUPERSEDES_FIRST);
        }
    }

    /** Refuses a second seal of the same number while the first one's folder still lies where it was put. */
    void requireNotSealedYet(StudyStore store) throws IOException, MalformedException, SealRefusedException {
        Optional<StoredSeal> stored = store.storedSeal(number);
        if (stored.isPresent() && isThere(stored.get())) {
            throw new SealRefusedException(
                    Code.SEALED_ALREADY, number, stored.get().folder());
        }
    }

    private static boolean isThere(StoredSeal stored) throws IOException {
        Path folder = Path.of(stored.folder());
        Path statement = new EvidenceFiles(folder).statement();
        return EvidenceFolder.isOne(folder)
                && Files.size(statement) <= Statement.MAX_LENGTH
                && Sha256.of(Files.readAllBytes(statement)).equals(stored.statement());
    }

    Statement.Place toStatement(SealRequest request) {
        return new Statement.Place(number, previous.map(EvidenceFolder::digest), request.supersedes());
    }
}
