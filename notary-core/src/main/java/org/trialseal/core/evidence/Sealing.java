package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealRefusedException.Code;
import org.trialseal.core.seal.Statement;

/** Makes seals: reads the files once, writes the evidence folder whole or not at all. */
public final class Sealing {
    private final SecureRandom random;
    private final Clock clock;

    /** @param clock the source of the claimed time */
    public Sealing(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * A finished seal.
     *
     * @param removed names of what an interrupted attempt had left behind and was removed now
     */
    public record Result(EvidenceFolder folder, List<String> removed) {}

    /**
     * Seals.
     *
     * @throws MalformedException when a file cannot be read in its format, or the folder before is damaged
     * @throws SealRefusedException when the request cannot be met as asked
     * @throws WrongPassphraseException when the study store has another passphrase
     */
    public Result seal(SealRequest request, Passphrase passphrase, SealProgress progress)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        if (Files.exists(request.out(), LinkOption.NOFOLLOW_LINKS)) {
            throw new SealRefusedException(Code.EXISTS, request.out());
        }
        RequestCheck.require(request);
        Optional<EvidenceFolder> previous = open(request.previous());
        SealPlace place = SealPlace.of(request, previous, random);
        List<String> removed = PartialFolder.removeLeftovers(
                request.out(), leftover -> NewStoreMark.removeStoreOf(request.stores(), leftover));
        try (PartialFolder partial = PartialFolder.create(request.out());
                StudyStore store = store(request, place, partial, passphrase)) {
            place.requireNotSealedYet(store);
            new SealWriting(request, place, store, partial, random, clock.instant(), progress).write(passphrase);
            finish(partial, request.out());
            NewStoreMark.clear(StudyStore.folderFor(request.stores(), place.ledger()));
        } catch (ClosedByInterruptException e) {
            removeUnusedStore(request, place, e);
            throw ParallelWork.stopped(e);
        } catch (Throwable e) {
            removeUnusedStore(request, place, e);
            throw e;
        }
        return new Result(EvidenceFolder.open(request.out()), removed);
    }

    private static void finish(PartialFolder partial, Path out) throws IOException, SealRefusedException {
        try {
            partial.finish();
        } catch (FileAlreadyExistsException e) {
            throw new SealRefusedException(Code.EXISTS, out);
        }
    }

    /** A store that was made for a first seal which never came to be holds nothing that anybody needs. */
    private static void removeUnusedStore(SealRequest request, SealPlace place, Throwable failure) {
        Path folder = StudyStore.folderFor(request.stores(), place.ledger());
        if (place.number() == 1 && !mayHold(request.out(), place)) {
            try {
                if (Files.exists(folder)) {
                    DurableFiles.deleteFolder(folder);
                }
                NewStoreMark.clear(folder);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Whether the seal may be there, and not somebody else's of another ledger. */
    private static boolean mayHold(Path out, SealPlace place) {
        try {
            return EvidenceFolder.isOne(out)
                    && EvidenceFolder.open(out).statement().ledger().equals(place.ledger());
        } catch (IOException | MalformedException e) {
            return true;
        }
    }

    private static Optional<EvidenceFolder> open(Optional<Path> previous) throws IOException, MalformedException {
        return previous.isPresent() ? Optional.of(EvidenceFolder.open(previous.get())) : Optional.empty();
    }

    private StudyStore store(SealRequest request, SealPlace place, PartialFolder partial, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException, SealRefusedException {
        Path folder = StudyStore.folderFor(request.stores(), place.ledger());
        if (StudyStore.exists(folder)) {
            return StudyStore.open(folder, passphrase, random);
        }
        if (place.number() > 1) {
            throw new SealRefusedException(Code.NO_STORE, folder);
        }
        NewStoreMark.set(folder, partial.path());
        return StudyStore.create(folder, passphrase, random);
    }

    static Bytes randomBytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    static Bytes freshLedger(SecureRandom random) {
        return randomBytes(random, Statement.LEDGER_LENGTH);
    }
}
