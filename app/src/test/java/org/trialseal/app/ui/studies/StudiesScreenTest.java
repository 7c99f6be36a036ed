package org.trialseal.app.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialseal.app.certificate.Readback;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.study.SampleStudy;

/** The list of studies through the window. */
final class StudiesScreenTest extends DesktopTest {
    @Test
    void studies_ofTheSample_showProtocolFirstAndPracticeBlocks() throws Exception {
        Samples.in(home);
        clickOn("#home-studies");
        await("seal-2");
        assertThat(text("studies-order")).contains("seal 1").contains("seal 2");
        assertThat(lookup("#anchor-2 .chip").queryLabeled().getText()).startsWith("Practice block");
        assertThat(lookup("#studies-gap").tryQuery()).isEmpty();
        push(KeyCode.SHIFT, KeyCode.TAB);
        clickOn("#study-0");
        assertThat(lookup("#seal-2").query().getParent().isVisible()).isFalse();
    }

    @Test
    void certificate_ofASeal_isSavedFromItsLine() throws Exception {
        Samples.in(home);
        clickOn("#home-studies");
        await("certificate-1");
        Path file = home.resolve("seal-1.pdf");
        files.next(file);
        clickOn("#certificate-1");
        until(() -> text("notice-text").contains("seal-1.pdf"), "a notice of the certificate");
        try (Readback read = new Readback(Files.readAllBytes(file))) {
            assertThat(read.text()).contains("Certificate of a seal").contains("FOR TRAINING ONLY");
        }
    }

    @Test
    void studies_inACleanProfile_askForAFolderAndKeepIt() throws Exception {
        SampleStudy sample = Samples.in(Files.createDirectory(home.resolve("elsewhere")));
        clickOn("#home-studies");
        await("studies-choose");
        files.next(sample.folder());
        clickOn("#studies-choose");
        await("seal-1");
        clickOn("#door-home");
        clickOn("#door-studies");
        await("seal-2");
    }

    @Test
    void studies_withoutTheFirstFolder_sayLoudlyThatItIsMissing() throws Exception {
        SampleStudy sample = Samples.in(home);
        Path moved = home.resolve("moved");
        Files.move(sample.protocolSeal(), moved);
        drop(sample.lockSeal());
        await("studies-gap");
        assertThat(text("studies-gap")).startsWith("Seal 1 is missing here.");
        assertThat(text("studies-lost")).contains("seal-1");
    }
}
