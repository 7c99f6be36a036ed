package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
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
            throw refused(
                    "the seal before is on the network " + before.network().word()
                            + "; a ledger never mixes networks: seal with --network "
                            + before.network().word() + ", or begin a new ledger without --previous");
        }
        if (!before.study().id().equals(request.study().id())) {
            throw refused("the seal before belongs to another study; name that study, or begin a new ledger without"
                    + " --previous");
        }
        SealPlace place = new SealPlace(before.ledger(), before.place().seal() + 1, previous);
        if (request.supersedes().isPresent()
                && (request.supersedes().getAsLong() < 1 || request.supersedes().getAsLong() >= place.number)) {
            throw refused("--supersedes names an earlier seal of this ledger, 1 to " + (place.number - 1));
        }
        return place;
    }

    private static void requireNothingSuperseded(SealRequest request) throws SealRefusedException {
        if (request.supersedes().isPresent()) {
            throw refused("the first seal of a ledger cannot supersede another; name the seal before with --previous");
        }
    }

    /** Refuses a second seal of the same number while the first one's folder still lies where it was put. */
    void requireNotSealedYet(StudyStore store) throws IOException, MalformedException, SealRefusedException {
        Optional<StoredSeal> stored = store.storedSeal(number);
        if (stored.isPresent() && isThere(stored.get())) {
            throw refused("seal " + number + " of this ledger exists already in "
                    + stored.get().folder() + "; give that folder, or the newest one, to --previous");
        }
    }

    private static boolean isThere(StoredSeal stored) throws IOException {
        Path folder = Path.of(stored.folder());
        Path statement = new EvidenceFiles(folder).statement();
        return EvidenceFolder.isOne(folder)
                && Files.size(statement) <= Statement.MAX_LENGTH
                && Sha256.of(Files.readAllBytes(statement)).equals(stored.statement());
    }

    private static SealRefusedException refused(String message) {
        return new SealRefusedException(SealRefusedException.Reason.REQUEST, message);
    }

    Statement.Place toStatement(SealRequest request) {
        return new Statement.Place(number, previous.map(EvidenceFolder::digest), request.supersedes());
    }
}
