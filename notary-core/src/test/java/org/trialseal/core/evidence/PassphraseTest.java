package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

class PassphraseTest {
    @TempDir
    private Path folder;

    private TestStudy study;
    private EvidenceFolder seal;
    private final Passphrase right = TestStudy.passphrase(TestStudy.PASSPHRASE);
    private final Passphrase wrong = TestStudy.passphrase("correct  horse");

    @BeforeEach
    void seal() throws Exception {
        TestTable table = TestTable.grouped(
                "LB", List.of("ID", "ALT-COLUMN"), TestTable.rows("SUBJ-1,ALT-IS-81", "SUBJ-2,ALT-IS-41"));
        study = new TestStudy(folder).tables("lb.bin", table);
        seal = study.seal("seal");
    }

    @Test
    void unlock_wrongPassphrase_isRefused() {
        assertThatThrownBy(() -> seal.unlock(wrong))
                .isInstanceOf(WrongPassphraseException.class)
                .hasMessageContaining("does not open")
                .hasMessageContaining("key.json");
        assertThatThrownBy(() -> StudyStore.open(study.storeFolder(seal), wrong, study.random))
                .isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void open_wrongPassphrase_doesNotKeepTheLock() throws Exception {
        assertThatThrownBy(() -> StudyStore.open(study.storeFolder(seal), wrong, study.random))
                .isInstanceOf(WrongPassphraseException.class);
        study.store(seal).close();
    }

    @Test
    void seal_wrongPassphraseForTheStore_isRefusedAndLeavesNothing() {
        SealRequest request = study.requestAfter("second", folder.resolve("seal"));
        assertThatThrownBy(() -> new Sealing(study.random, java.time.Clock.systemUTC())
                        .seal(request, wrong, SealProgress.silent()))
                .isInstanceOf(WrongPassphraseException.class);
        assertThat(folder.resolve("second")).doesNotExist();
        assertThat(study.storeFolder(seal)).isDirectory();
    }

    @Test
    void changePassphrase_folder_opensWithTheNewOneOnly() throws Exception {
        FolderOpenings before = seal.unlock(right);
        byte[] openings = Files.readAllBytes(seal.files().openings());
        seal.changePassphrase(right, wrong, study.random);
        assertThat(seal.unlock(wrong)).isEqualTo(before);
        assertThatThrownBy(() -> seal.unlock(right)).isInstanceOf(WrongPassphraseException.class);
        assertThatThrownBy(() -> seal.changePassphrase(right, wrong, study.random))
                .isInstanceOf(WrongPassphraseException.class);
        assertThat(seal.unlock(wrong)).isEqualTo(before);
        assertThat(Files.readAllBytes(seal.files().openings())).isEqualTo(openings);
    }

    @Test
    void changePassphrase_store_opensWithTheNewOneOnlyAndKeepsItsSecrets() throws Exception {
        Path store = study.storeFolder(seal);
        Object before;
        try (StudyStore open = study.store(seal)) {
            before = open.secret(Cell.text("SUBJ-1")).orElseThrow();
        }
        StudyStore.changePassphrase(store, right, wrong, study.random);
        assertThatThrownBy(() -> study.store(seal)).isInstanceOf(WrongPassphraseException.class);
        try (StudyStore open = StudyStore.open(store, wrong, study.random)) {
            assertThat(open.secret(Cell.text("SUBJ-1"))).contains((org.trialseal.core.seal.Secret) before);
            assertThat(open.secret(Cell.text("SUBJ-3"))).isEmpty();
            assertThat(open.fileOpenings(1)).hasSize(1);
            assertThat(open.fileOpenings(2)).isEmpty();
        }
        assertThatThrownBy(() -> StudyStore.changePassphrase(store, right, wrong, study.random))
                .isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void seal_twoFolders_haveKeysOfTheirOwn() throws Exception {
        EvidenceFolder second =
                study.seal(study.requestAfter("second", folder.resolve("seal"))).folder();
        assertThat(Files.readAllBytes(second.files().key()))
                .isNotEqualTo(Files.readAllBytes(seal.files().key()));
        Files.copy(seal.files().key(), second.files().key(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> second.unlock(right))
                .isInstanceOf(org.trialseal.core.digest.MalformedException.class)
                .hasMessageContaining("belongs to another seal");
    }

    /** Nothing on disk holds an identifier, a value, a secret, or a key that is not wrapped. */
    @Test
    void seal_filesOfBothFolders_holdNothingInTheClear() throws Exception {
        List<Bytes> hidden = new ArrayList<>();
        for (String text : List.of("SUBJ-1", "SUBJ-2", "ALT-IS", "ALT-COLUMN", "correct horse")) {
            hidden.add(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
        }
        try (StudyStore store = study.store(seal)) {
            hidden.add(store.secret(Cell.text("SUBJ-1")).orElseThrow().value());
            hidden.add(store.studySecretOrNew().value());
        }
        hidden.add(seal.unlock(right).get(1).tagKey());
        hidden.add(Sha256.of(Files.readAllBytes(folder.resolve("lb.bin"))).bytes());
        for (Path file : TestStudy.filesIn(folder)) {
            if (!file.endsWith("lb.bin")) {
                requireAbsent(file, hidden);
            }
        }
    }

    private static void requireAbsent(Path file, List<Bytes> hidden) throws Exception {
        String all = Bytes.copyOf(Files.readAllBytes(file)).hex();
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (Bytes value : hidden) {
            assertThat(all).as(file.toString()).doesNotContain(value.hex());
            assertThat(text).as(file.toString()).doesNotContain(value.hex());
        }
    }

    @Test
    void of_emptyPassphrase_isACallersBug() {
        assertThatThrownBy(() -> Passphrase.of(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the passphrase is empty");
        assertThat(right.toString()).isEqualTo("Passphrase");
    }

    @Test
    void seal_records_folderIsForItsOwnerOnly() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "skipped: no POSIX permissions here");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("seal"))))
                .isEqualTo("rwx------");
    }
}
