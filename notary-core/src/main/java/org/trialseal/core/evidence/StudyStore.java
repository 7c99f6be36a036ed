package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.Secret;

/**
 * The mutable store of one study on the sealing side, outside the evidence folders: subject secrets, and what else
 * erasure of a subject takes away. Locked while open.
 */
public final class StudyStore implements Closeable {
    private static final String KEY_FILE = "key.json";
    private static final String SEALS = "seals";
    private static final String SUBJECTS = "subjects.bin";
    private static final int MAX_SEAL_LENGTH = 64 << 20;

    private final Path folder;
    private final FolderLock lock;
    private final SecretBox box;
    private final SubjectHandle handle;
    private final SubjectSecrets secrets;
    private final Passphrase.Stretch stretch;
    private final SecureRandom random;
    private int temporaries;

    private StudyStore(Path folder, FolderLock lock, SecretBox box, Passphrase.Stretch stretch, SecureRandom random)
            throws IOException, MalformedException {
        this.folder = folder;
        this.lock = lock;
        this.box = box;
        this.stretch = stretch;
        this.random = random;
        this.handle = new SubjectHandle(box.derive("subject handle"));
        this.secrets = SubjectSecrets.open(folder.resolve(SUBJECTS), box, random);
    }

    /** The folder of a study's store below {@code stores}, by its ledger id. */
    public static Path folderFor(Path stores, Bytes ledger) {
        return stores.resolve(ledger.hex());
    }

    /** Whether there is a store in this folder. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(KEY_FILE));
    }

    /** Makes a store in a new folder. */
    public static StudyStore create(Path folder, Passphrase passphrase, SecureRandom random)
            throws IOException, MalformedException {
        DurableFiles.createFolders(folder);
        FolderLock lock = FolderLock.acquire(folder);
        try {
            SecretBox box = SecretBox.random(random);
            Passphrase.Stretch stretch = KeyFile.freshStretch(random);
            SubjectSecrets.create(folder.resolve(SUBJECTS), box, random);
            DurableFiles.createFolders(folder.resolve(SEALS));
            KeyFile.write(folder.resolve(KEY_FILE), box, passphrase, stretch, random);
            return new StudyStore(folder, lock, box, stretch, random);
        } catch (IOException | MalformedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a store. */
    public static StudyStore open(Path folder, Passphrase passphrase, SecureRandom random)
            throws IOException, MalformedException, WrongPassphraseException {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            DurableFiles.removeUnfinished(folder);
            DurableFiles.removeUnfinished(folder.resolve(SEALS));
            KeyFile key = KeyFile.read(folder.resolve(KEY_FILE));
            return new StudyStore(folder, lock, key.open(passphrase), key.stretch(), random);
        } catch (IOException | MalformedException | WrongPassphraseException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Puts the store under another passphrase. */
    public static void changePassphrase(Path folder, Passphrase from, Passphrase to, SecureRandom random)
            throws IOException, MalformedException, WrongPassphraseException {
        try (FolderLock lock = FolderLock.acquire(folder)) {
            KeyFile.read(folder.resolve(KEY_FILE)).change(from, to, KeyFile.freshStretch(random), random);
        }
    }

    Passphrase.Stretch stretch() {
        return stretch;
    }

    /** Computes handles of this study; shared by all who hold the store. */
    SubjectHandle handle() {
        return handle;
    }

    SubjectSecrets secrets() {
        return secrets;
    }

    /** The secret of a subject; empty when it is unknown here or was erased. */
    public Optional<Secret> secret(Cell subject) throws IOException {
        byte[] value = subject.value().toArray();
        handle.compute(subject.type(), value, 0, value.length);
        return secrets.find(handle);
    }

    /** The number that a subject keeps, from 0; -1 when it is unknown here or was erased. */
    public int number(CellType type, byte[] source, int offset, int length) throws IOException {
        handle.compute(type, source, offset, length);
        return secrets.number(handle);
    }

    /** The secret of the study, for documents and for datasets without subjects. */
    public Optional<Secret> studySecret() throws IOException {
        handle.computeStudy();
        return secrets.find(handle);
    }

    /** How many secrets there are, the study's own included; whose they are is not kept. */
    public int secretCount() {
        return secrets.size();
    }

    /** One of all secrets, by a number from 0. */
    public Secret secret(int number) throws IOException {
        return secrets.secret(number);
    }

    /** The name of a new file; should the program be interrupted, the next one that opens the store deletes it. */
    Path temporaryFile() {
        return folder.resolve(".temporary-" + temporaries++ + DurableFiles.UNFINISHED);
    }

    /** A place for records of this study while the store is open, of which {@code keptBytes} stay in memory. */
    TemporaryRecords temporary(Path file, int length, int keptBytes) {
        return new TemporaryRecords(file, length, keptBytes, random);
    }

    Secret studySecretOrNew() throws IOException {
        handle.computeStudy();
        return secrets.secret(handle);
    }

    /** Where the retained data of a seal are. */
    Path retained(long seal) {
        return folder.resolve("retained").resolve(SealNumber.name(seal));
    }

    void save(long seal, StoredSeal stored) throws IOException {
        secrets.save();
        byte[] sealed = box.seal(stored.toBytes(), "seal " + seal, random);
        DurableFiles.replace(sealFile(seal), sealed);
    }

    Optional<StoredSeal> storedSeal(long seal) throws IOException, MalformedException {
        if (!Files.exists(sealFile(seal))) {
            return Optional.empty();
        }
        byte[] plain = box.open(DurableFiles.readSmall(sealFile(seal), MAX_SEAL_LENGTH), "seal " + seal)
                .orElseThrow(() -> new MalformedException(
                        MalformedException.Kind.ALTERED,
                        sealFile(seal).toString(),
                        "was damaged: it does not decrypt"));
        return Optional.of(StoredSeal.parse(plain));
    }

    /** Digest of the statement of a seal, as it was made; empty when the store does not remember that seal. */
    public Optional<Sha256> statement(long seal) throws IOException, MalformedException {
        return storedSeal(seal).map(StoredSeal::statement);
    }

    /** The openings of the file digests of a seal, by artifact index; none when they are not kept here. */
    public Map<Integer, Opening> fileOpenings(long seal) throws IOException, MalformedException {
        return storedSeal(seal).map(StoredSeal::files).orElse(Map.of());
    }

    private Path sealFile(long seal) {
        return folder.resolve(SEALS).resolve(SealNumber.name(seal) + ".enc");
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            secrets.close();
        }
    }
}
