package org.trialseal.core.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.digest.Bytes;
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
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;

/** Seals tables and documents for real, in a temporary folder. */
public final class TestStudy {
    public static final String PASSPHRASE = "correct horse";

    public final Path folder;
    public final SecureRandom random = new SecureRandom();
    private final Passphrase passphrase = passphrase(PASSPHRASE);
    private final List<SealItem> items = new ArrayList<>();

    public TestStudy(Path folder) {
        this.folder = folder;
    }

    public static Passphrase passphrase(String words) {
        return Passphrase.of(words.getBytes(StandardCharsets.UTF_8));
    }

    /** The passphrase, stretched once for all that this study opens. */
    public Passphrase passphrase() {
        return passphrase;
    }

    /** The folder of the study stores. */
    public Path stores() {
        return folder.resolve("stores");
    }

    /** Adds a file of tables, read in pieces of 7 rows. */
    public TestStudy tables(String file, TestTable... tables) throws IOException {
        return imported(file, new MemoryImporter(7, tables));
    }

    /** Adds a file that an importer reads. */
    public TestStudy imported(String name, MemoryImporter importer) throws IOException {
        PathFile file = importer.write(folder.resolve(name));
        items.add(new SealItem.DataItem(file, importer, importer.plan(file)));
        return this;
    }

    /** Adds a file that holds an event log, read in pieces of 7 rows. */
    public TestStudy log(String name, LogOrder order, TestTable table) throws IOException {
        MemoryImporter importer = new MemoryImporter(7, table);
        PathFile file = importer.write(folder.resolve(name));
        items.add(new SealItem.DataItem(file, importer, importer.plan(file), Map.of(table.name(), order)));
        return this;
    }

    /** Adds a document. */
    public TestStudy document(String name, byte[] content) throws IOException {
        items.add(new SealItem.DocumentItem(PathFile.of(Files.write(folder.resolve(name), content))));
        return this;
    }

    /** What has been added. */
    public List<SealItem> items() {
        return Collections.unmodifiableList(items);
    }

    /** What would be sealed to {@code folder/out}. */
    public SealRequest request(String out) {
        return new SealRequest(
                folder.resolve(out),
                stores(),
                Network.PRACTICE,
                Study.of("TS-101"),
                "lock",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                false,
                items);
    }

    /** The same as the seal after {@code previous}. */
    public SealRequest requestAfter(String out, Path previous) {
        SealRequest first = request(out);
        return new SealRequest(
                first.out(),
                first.stores(),
                first.network(),
                first.study(),
                first.milestone(),
                first.title(),
                Optional.of(previous),
                first.supersedes(),
                first.signers(),
                first.block(),
                first.retain(),
                first.items());
    }

    /** Seals everything to {@code folder/out}. */
    public EvidenceFolder seal(String out)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        return seal(request(out)).folder();
    }

    public Sealing.Result seal(SealRequest request)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        return new Sealing(random, Clock.systemUTC()).seal(request, passphrase, SealProgress.silent());
    }

    /** Opens the store of a seal. */
    public StudyStore store(EvidenceFolder seal) throws IOException, MalformedException, WrongPassphraseException {
        return StudyStore.open(storeFolder(seal), passphrase, random);
    }

    public Path storeFolder(EvidenceFolder seal) {
        return StudyStore.folderFor(stores(), seal.statement().ledger());
    }

    /** Random bytes of this length, by a seeded generator. */
    public static byte[] content(int length) {
        byte[] content = new byte[length];
        new java.util.Random(length).nextBytes(content);
        return content;
    }

    /** The bytes of all files below a folder, one after the other. */
    public static Bytes everythingIn(Path folder) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (Path file : filesIn(folder)) {
            all.writeBytes(Files.readAllBytes(file));
        }
        return Bytes.copyOf(all.toByteArray());
    }

    /** All files below a folder. */
    public static List<Path> filesIn(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
