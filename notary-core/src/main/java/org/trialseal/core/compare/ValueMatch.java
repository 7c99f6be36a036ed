package org.trialseal.core.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRefusedException;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;

/**
 * Compares two tables in the common form, in bounded memory and whatever their order, by the very machinery that compares
 * a copy with a seal: one side is sealed for the moment, under secrets that nobody keeps, and the other compared with it.
 */
final class ValueMatch {
    private final Path temporary;
    private final SecureRandom random;
    private final Optional<DifferenceJournal> journal;

    /** @param journal takes all differences, where they are all wanted */
    ValueMatch(Path temporary, SecureRandom random, Optional<DifferenceJournal> journal) {
        this.temporary = temporary;
        this.journal = journal;
        this.random = random;
    }

    /** @param ordered whether the order of records counts */
    ArtifactComparison compare(ValueTable before, ValueTable now, boolean ordered, SealProgress progress)
            throws IOException, MalformedException {
        Path folder = Files.createTempDirectory(temporary, "trialseal-");
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        try (Passphrase passphrase = Passphrase.of(secret)) {
            return compare(folder, before, now, ordered, passphrase, progress);
        } catch (SealRefusedException | WrongPassphraseException e) {
            throw new IllegalStateException("a temporary seal was refused", e);
        } finally {
            delete(folder);
        }
    }

    private ArtifactComparison compare(
            Path folder,
            ValueTable before,
            ValueTable now,
            boolean ordered,
            Passphrase passphrase,
            SealProgress progress)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        PathFile old = file(folder, "before");
        PathFile later = file(folder, "now");
        SealItem item = new SealItem.DataItem(old, before, before.filePlan());
        EvidenceFolder sealed = new Sealing(random, Clock.systemUTC())
                .seal(request(folder, item), passphrase, SealProgress.silent())
                .folder();
        Path place = StudyStore.folderFor(
                folder.resolve("stores"), sealed.statement().ledger());
        try (StudyStore store = StudyStore.open(place, passphrase, random)) {
            ComparisonOptions options = new ComparisonOptions(false, Optional.of(before), folder, journal, ordered);
            return new FolderComparison(sealed, sealed.unlock(passphrase), store, options, random)
                    .compare(List.of(new LaterFile.Tables(later, now, now.filePlan())), progress)
                    .artifacts()
                    .get(0);
        }
    }

    /** A file that stands for a side; its bytes are not read as values, and differ from those of the other. */
    private static PathFile file(Path folder, String name) throws IOException {
        return PathFile.of(Files.writeString(folder.resolve(name), name));
    }

    private static SealRequest request(Path folder, SealItem item) {
        return new SealRequest(
                folder.resolve("seal"),
                folder.resolve("stores"),
                Network.PRACTICE,
                Study.of("comparison by values"),
                "comparison",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                false,
                List.of(item));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
