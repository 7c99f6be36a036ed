package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Every kind of kept file, damaged or lost: a typed error that names it, and never a wrong answer. */
class DamagedFilesTest {
    @TempDir
    private Path folder;

    private TestStudy study;
    private EvidenceFolder seal;
    private Path store;

    @BeforeEach
    void seal() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            rows.add(List.of(Cell.text("S-" + i % 2), Cell.text("v" + i)));
        }
        study = new TestStudy(folder)
                .tables("lb.bin", TestTable.grouped("LB", List.of("ID", "ALT"), rows))
                .document("doc.pdf", TestStudy.content(100));
        EvidenceFolder first = study.seal("first");
        seal = study.seal(study.requestAfter("seal", first.files().folder())).folder();
        store = study.storeFolder(seal);
    }

    /** Opens everything that is kept, and uses it. */
    private void useAll() throws Exception {
        EvidenceFolder opened = EvidenceFolder.open(folder.resolve("seal"));
        DatasetOpenings openings = opened.unlock(study.passphrase()).get(1);
        try (StudyStore secrets = StudyStore.open(store, study.passphrase(), study.random);
                DatasetEvidence evidence = DatasetEvidence.open(opened, 1, openings)) {
            assertThat(secrets.secret(Cell.text("S-0"))).isPresent();
            assertThat(secrets.fileOpenings(2)).hasSize(2);
            evidence.requireSealed();
            for (long index = 0; index < evidence.groups().size(); index++) {
                GroupTable.Group group = evidence.groups().get(index);
                evidence.groupPath(group);
                for (long record = 0; record < group.count(); record += 60) {
                    evidence.recordPath(group, record);
                }
            }
        }
    }

    private void requireNoticed(Path file, byte[] damaged, String what) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, damaged);
        requireTyped(this::useAll, what);
        Files.write(file, whole);
    }

    private static void requireTyped(ThrowingCallable call, String what) {
        Throwable error = catchThrowable(call);
        assertThat(error)
                .as(what)
                .isInstanceOfAny(MalformedException.class, WrongPassphraseException.class, IOException.class);
        assertThat(error.getMessage()).as(what).isNotBlank();
    }

    private Path find(String name) {
        return name.startsWith("store/")
                ? store.resolve(name.substring(6))
                : folder.resolve("seal").resolve(name);
    }

    @Test
    void use_nothingDamaged_succeeds() throws Exception {
        useAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries.jsonl",
                "ledger/0001.json",
                "openings.enc",
                "artifacts/0001/groups.bin",
                "artifacts/0001/group-leaves.bin",
                "store/subjects.bin",
                "store/seals/0002.enc",
            })
    void use_anyByteChanged_isNoticed(String name) throws Exception {
        Path file = find(name);
        byte[] whole = Files.readAllBytes(file);
        Random random = Seeded.random("DamagedFilesTest." + name);
        for (int at = 0; at < whole.length; at += 1 + random.nextInt(Math.max(1, whole.length / 200))) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            requireNoticed(file, damaged, name + ", byte " + at);
        }
        useAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifacts/0001/leaves.bin", "artifacts/0001/nodes.bin"})
    void use_hashesOfATreeChanged_isNoticed(String name) throws Exception {
        Path file = find(name);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 1 + whole.length / 60) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            requireNoticed(file, damaged, name + ", byte " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key.json", "store/key.json"})
    void use_keyFileChanged_isNoticed(String name) throws Exception {
        Path file = find(name);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 5) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            requireNoticed(file, damaged, name + ", byte " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seal.json",
                "entries.jsonl",
                "ledger/0001.json",
                "key.json",
                "openings.enc",
                "artifacts/0001/groups.bin",
                "artifacts/0001/group-leaves.bin",
                "artifacts/0001/leaves.bin",
                "artifacts/0001/fingerprints.bin",
                "store/key.json",
                "store/subjects.bin",
                "store/seals/0002.enc",
            })
    void use_fileCutOrLengthened_isNoticed(String name) throws Exception {
        Path file = find(name);
        byte[] whole = Files.readAllBytes(file);
        requireNoticed(file, new byte[0], name + " emptied");
        requireNoticed(file, Arrays.copyOf(whole, whole.length - 1), name + " cut by a byte");
        requireNoticed(file, Arrays.copyOf(whole, whole.length / 2), name + " cut in half");
        requireNoticed(file, Arrays.copyOf(whole, whole.length + 1), name + " with a zero more");
        requireNoticed(file, Arrays.copyOf(whole, whole.length + 5000), name + " with many zeros more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seal.json",
                "entries.jsonl",
                "ledger/0001.json",
                "key.json",
                "openings.enc",
                "artifacts/0001/groups.bin",
                "artifacts/0001/group-leaves.bin",
                "artifacts/0001/group-nodes.bin",
                "artifacts/0001/leaves.bin",
                "artifacts/0001/nodes.bin",
                "artifacts/0001/fingerprints.bin",
                "store/subjects.bin",
            })
    void use_fileLost_isNamed(String name) throws Exception {
        Path file = find(name);
        Files.delete(file);
        Throwable error = catchThrowable(this::useAll);
        assertThat(error)
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageMatching("(?s).*(missing|has no).*");
    }

    @Test
    void use_subjectsCutByWholeRecords_isNoticed() throws Exception {
        Path file = store.resolve("subjects.bin");
        byte[] whole = Files.readAllBytes(file);
        requireNoticed(file, Arrays.copyOf(whole, whole.length - 56), "a subject less");
    }

    @Test
    void use_keyFileThatAsksForTooMuchMemory_isRefused() throws Exception {
        Path file = find("key.json");
        String text = Files.readString(file);
        for (String member : List.of("\"memoryKiB\":1048576", "\"memoryKiB\":65537", "\"memoryKiB\":7")) {
            Files.writeString(file, text.replace("\"memoryKiB\":19456", member));
            assertThat(catchThrowable(this::useAll)).hasMessageContaining("memoryKiB is outside 8 to 65536");
        }
        Files.writeString(file, text.replace("\"passes\":2", "\"passes\":65"));
        assertThat(catchThrowable(this::useAll)).hasMessageContaining("passes is outside 1 to 64");
    }

    @Test
    void open_evidenceOfAnotherSeal_isRefused() throws Exception {
        EvidenceFolder first = EvidenceFolder.open(folder.resolve("first"));
        DatasetOpenings openings = first.unlock(study.passphrase()).get(1);
        assertThat(catchThrowable(() -> DatasetEvidence.open(seal, 1, openings)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("does not open what was sealed");
    }

    @Test
    void use_treeFilesOfAnotherSeal_areNoticed() throws Exception {
        for (String name : List.of("groups.bin", "leaves.bin", "group-leaves.bin")) {
            Path other = folder.resolve("first/artifacts/0001").resolve(name);
            requireNoticed(find("artifacts/0001/" + name), Files.readAllBytes(other), name);
        }
    }
}
