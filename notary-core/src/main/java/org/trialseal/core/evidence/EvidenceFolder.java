package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/**
 * An evidence folder as it lies on the disk: statement, ledger and entries, checked against one another when opened.
 * What is secret in it is opened by {@link #unlock}.
 */
public final class EvidenceFolder {
    private static final int MAX_OPENINGS = 256 << 20;

    private final EvidenceFiles files;
    private final Ledger ledger;
    private final Statement statement;
    private final List<SealEntry> entries;

    private EvidenceFolder(EvidenceFiles files, Ledger ledger, Statement statement, List<SealEntry> entries) {
        this.files = files;
        this.ledger = ledger;
        this.statement = statement;
        this.entries = List.copyOf(entries);
    }

    /** Whether a folder looks like an evidence folder. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(new EvidenceFiles(folder).statement());
    }

    /**
     * Opens a folder.
     *
     * @throws NoSuchFileException when there is none
     * @throws MalformedException when a part is missing, damaged or does not belong to the rest
     */
    public static EvidenceFolder open(Path folder) throws IOException, MalformedException {
        EvidenceFiles files = new EvidenceFiles(folder);
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!isOne(folder)) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING,
                    folder.toString(),
                    "is not an evidence folder: it has no seal.json");
        }
        Ledger ledger = Ledger.read(files);
        Bytes bytes = ledger.statements().get(ledger.statements().size() - 1);
        Statement statement = Statement.parse("seal.json", bytes.toArray());
        return new EvidenceFolder(files, ledger, statement, entries(files, statement));
    }

    private static List<SealEntry> entries(EvidenceFiles files, Statement statement)
            throws IOException, MalformedException {
        String source = files.entries().toString();
        if (!Files.exists(files.entries())) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING, source, "is missing from the evidence folder");
        }
        List<SealEntry> entries = new ArrayList<>();
        RootBuilder root = new RootBuilder();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.entries()))) {
            while (entries.size() < statement.entries().count()) {
                SealEntry entry = SealEntry.parse("entries.jsonl", line(source, in));
                root.add(entry.leafHash().toArray(), 0);
                entries.add(entry);
            }
            if (in.read() >= 0 || !root.root().equals(statement.entries().root())) {
                throw new MalformedException(
                        MalformedException.Kind.ALTERED,
                        source,
                        "is not the list of entries that was sealed; restore a backup");
            }
        }
        return entries;
    }

    private static byte[] line(String source, InputStream in) throws IOException, MalformedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == SealEntry.MAX_LENGTH) {
                throw new MalformedException(
                        MalformedException.Kind.ALTERED, source, "a line has no end or is too long; restore a backup");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    /** Where its parts are. */
    public EvidenceFiles files() {
        return files;
    }

    /** All statements up to this seal. */
    public Ledger ledger() {
        return ledger;
    }

    /** The statement. */
    public Statement statement() {
        return statement;
    }

    /** Digest of the statement: what anchors commit to. */
    public Sha256 digest() {
        return ledger.head();
    }

    /** The entries in order. */
    public List<SealEntry> entries() {
        return entries;
    }

    /** The bytes of the OpenTimestamps proof, if there is one. */
    public Optional<Bytes> timestamp(int limit) throws IOException {
        return optional(files.timestamp(), limit);
    }

    /** The block headers kept with the proof, if there are any. */
    public Optional<Bytes> headers(int limit) throws IOException {
        return optional(files.headers(), limit);
    }

    private static Optional<Bytes> optional(Path path, int limit) throws IOException {
        return Files.exists(path) ? Optional.of(Bytes.copyOf(DurableFiles.readSmall(path, limit))) : Optional.empty();
    }

    /** What opens the datasets and event logs. */
    public FolderOpenings unlock(Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException {
        SecretBox box = KeyFile.read(requirePart(files.key())).open(passphrase);
        byte[] sealed = DurableFiles.readSmall(requirePart(files.openings()), MAX_OPENINGS);
        byte[] plain = box.open(sealed, openingsContext(statement))
                .orElseThrow(() -> new MalformedException(
                        MalformedException.Kind.ALTERED,
                        files.openings().toString(),
                        "was damaged or belongs to another seal: it does not decrypt"));
        return FolderOpenings.parse(plain);
    }

    private static Path requirePart(Path part) throws MalformedException {
        if (!Files.exists(part)) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING,
                    part.toString(),
                    "is missing; without it nothing can be shown or compared, but packages stay valid");
        }
        return part;
    }

    static String openingsContext(Statement statement) {
        return "openings " + statement.ledger().hex() + " " + statement.nonce().hex();
    }

    /** Puts the folder's secrets under another passphrase. */
    public void changePassphrase(Passphrase from, Passphrase to, SecureRandom random)
            throws IOException, MalformedException, WrongPassphraseException {
        KeyFile.read(requirePart(files.key())).change(from, to, KeyFile.freshStretch(random), random);
    }
}
