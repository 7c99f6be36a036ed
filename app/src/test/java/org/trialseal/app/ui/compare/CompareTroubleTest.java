package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.compare.CompareForm.Lack;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.core.verify.Result;

/** What is said when a comparison cannot be made. */
final class CompareTroubleTest extends CompareModelCase {
    @Test
    void compare_wrongPassphrase_saysSoAndAsksAgain() {
        model.begin(Optional.of(sample.lockSeal()), List.of(sample.later().resolve("lb.csv")));
        model.form().passphrase.set("wrong");
        model.compare();
        assertThat(trouble().title()).isEqualTo("That is not the passphrase.");
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.compare();
        assertThat(told().story().verdict()).isEqualTo(Result.FAILED);
        assertThat(model.form().passphrase.get()).isEmpty();
    }

    @Test
    void compare_withoutTheStudyStore_saysWhereItCouldBe() throws Exception {
        model.close();
        model = model(Configuration.standard(Profiles.places(Files.createDirectory(folder.resolve("elsewhere")))));
        compareWithFolder(sample.later().resolve("lb.csv"));
        assertThat(trouble().title()).startsWith("The study store of this seal is not on this computer");
        assertThat(trouble().advice()).contains("proof package");
    }

    @Test
    void compare_aLaterFileThatIsGone_namesIt() {
        compareWithFolder(folder.resolve("gone.csv"));
        assertThat(trouble().title()).isEqualTo("gone.csv is not there.");
    }

    @Test
    void compare_aLaterFileThatIsAFolder_saysSo() {
        compareWithFolder(folder);
        assertThat(trouble().title()).contains("is a folder");
    }

    @Test
    void compare_aLaterFileThatDoesNotParse_saysWhere() throws IOException {
        Path broken = Files.writeString(folder.resolve("lb.csv"), "USUBJID,A\n1,\"2\n3,4\n");
        compareWithFolder(broken);
        assertThat(trouble().title()).isEqualTo("This file cannot be read as it is.");
        assertThat(trouble().detail())
                .startsWith("lb.csv, byte 10: line 2: the quote that opens field 2 here is never");
    }

    @Test
    void compare_aDamagedPackage_saysSo() throws IOException {
        Path cut = folder.resolve("cut.trialseal");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(sample.laboratoryPackage()), 3_000));
        model.begin(Optional.of(cut), List.of(sample.data().resolve("lb.csv")));
        assertThat(trouble().title()).isEqualTo("This file does not have the form it should have.");
    }

    @Test
    void useSeal_thatIsGone_saysSo() {
        model.begin(Optional.of(folder.resolve("gone")), List.of());
        assertThat(trouble().title()).contains("is not there");
    }

    @Test
    void useSeal_aFolderThatIsNone_saysSo() {
        model.begin(Optional.of(folder), List.of());
        assertThat(trouble().advice()).isNotBlank();
        assertThat(model.form().lack()).contains(Lack.SEAL);
    }
}
