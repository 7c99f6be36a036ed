package org.trialseal.app.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.study.SampleStudy;

/** The door Verify through the window, by mouse and by keyboard alone. */
final class VerifyScreenTest extends DesktopTest {
    @Test
    void package_chosen_isToldThenOpenedCheckByCheck() throws Exception {
        SampleStudy sample = Samples.in(home);
        files.next(sample.fieldPackage());
        clickOn("#home-verify");
        clickOn("#verify-choose");
        await("verify-verdict");
        assertThat(text("verify-verdict")).isEqualTo("Indeterminate");
        assertThat(text("verify-file")).isEqualTo("field.trialseal");
        clickOn("#verify-practice");
        until(() -> text("verify-verdict").equals("Passed"), "the verdict Passed");
        assertThat(lookup(".evidence").tryQuery()).isEmpty();
        clickOn("#check-package");
        assertThat(lookup(".evidence").tryQuery()).isPresent();
        clickOn("#check-package");
        assertThat(lookup(".evidence").query().isVisible()).isFalse();
    }

    @Test
    void certificate_saved_isThereAndSaidSo() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.fieldPackage());
        await("verify-verdict");
        Path file = home.resolve("certificate.pdf");
        files.next(file);
        clickOn("#verify-certificate");
        until(() -> text("notice-text").contains("certificate.pdf"), "a notice of the certificate");
        assertThat(file).exists().content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        clickOn("#notice-folder");
        assertThat(shown).containsExactly(file);
    }

    @Test
    void package_byKeyboardAlone_isVerifiedAndItsEvidenceRead() throws Exception {
        SampleStudy sample = Samples.in(home);
        files.next(sample.subjectPackage());
        push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        push(KeyCode.SPACE);
        await("verify-verdict");
        Node first = lookup("#check-package").query();
        for (int tabs = 0; tabs < 12 && !first.isFocused(); tabs++) {
            push(KeyCode.TAB);
        }
        assertThat(first.isFocused()).as("the first check can be reached").isTrue();
        push(KeyCode.ENTER);
        assertThat(lookup(".evidence").query().isVisible()).isTrue();
        push(KeyCode.LEFT);
        assertThat(lookup(".evidence").query().isVisible()).isFalse();
    }

    @Test
    void package_droppedOnTheFirstScreen_isVerified() throws Exception {
        Path dropped = Samples.in(home).laboratoryPackage();
        drop(dropped);
        await("verify-verdict");
        assertThat(text("verify-file")).isEqualTo("lb.trialseal");
    }

    @Test
    void sample_openedFromTheFirstScreen_endsInAPackageToLookAt() {
        clickOn("#home-sample");
        await("verify-verdict");
        assertThat(text("verify-sentence")).contains("TS-2041");
    }
}
