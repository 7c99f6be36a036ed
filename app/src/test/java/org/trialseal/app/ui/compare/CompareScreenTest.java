package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.study.SampleStudy;

/** The comparison through the window. */
final class CompareScreenTest extends DesktopTest {
    private int lines() {
        return lookup("#compare-table")
                .<TableView<ComparisonLine>>query()
                .getItems()
                .size();
    }

    private Path edited(SampleStudy sample) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(sample.data().resolve("lb.csv")));
        for (int i = 1; i < 1_001; i += 100) {
            lines.set(i, lines.get(i).replaceFirst(",NORMAL,", ",,"));
        }
        lines.remove(50);
        return Files.write(Files.createDirectories(home.resolve("edited")).resolve("lb.csv"), lines);
    }

    @Test
    void compare_aDroppedLaterCopy_asksForThePassphraseAndNamesTheChange() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.later().resolve("lb.csv"));
        await("compare-passphrase");
        until(() -> text("compare-ready").contains("passphrase"), "the passphrase to be asked for");
        write(SampleStudy.PASSPHRASE);
        push(KeyCode.ENTER);
        await("compare-sentence");
        assertThat(text("compare-sentence"))
                .isEqualTo("1 of 15,777 records changed, 0 added, 0 missing; everything else is identical.");
        assertThat(lines()).isEqualTo(1);
        clickOn("#compare-again");
        await("compare-go");
        clickOn("#compare-seal");
        await("seal-file-0-summary");
        clickOn("#seal-compare");
        await("compare-kept");
        assertThat(text("compare-ready")).startsWith("Choose what was sealed");
    }

    @Test
    void compare_droppedWithItsPackage_filtersByKeyboardCopiesAndExports() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.laboratoryPackage(), edited(sample));
        await("compare-table");
        int all = lines();
        assertThat(all).isGreaterThan(3);
        clickOn("#compare-filter");
        write("LBNRIND");
        until(() -> lines() < all, "the filter to work");
        assertThat(text("compare-count")).isEqualTo(lines() + " of " + all + " lines");
        push(KeyCode.DOWN);
        push(KeyCode.CONTROL, KeyCode.C);
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("\tchanged\tLBNRIND\tNORMAL\t(empty)\t");
        clickOn("#compare-filter");
        push(KeyCode.ESCAPE);
        until(() -> lines() == all, "all lines to be back");
        files.next(home.resolve("out.csv"));
        clickOn("#compare-export");
        until(() -> text("compare-exported").startsWith("Written"), "the export");
        clickOn("#compare-export-folder");
        assertThat(shown).containsExactly(home.resolve("out.csv"));
        assertThat(Files.readAllLines(home.resolve("out.csv"))).hasSizeGreaterThan(all);
        clickOn("#compare-verify");
        await("verify-verdict");
        clickOn("#verify-compare");
        await("compare-choose");
    }

    @Test
    void folder_droppedForTheLaterCopy_isToldWhereItBelongs() throws Exception {
        SampleStudy sample = Samples.in(home);
        drop(sample.laboratoryPackage());
        await("verify-verdict");
        clickOn("#verify-compare");
        await("compare-choose");
        drop(sample.lockSeal());
        await("compare-misplaced");
        assertThat(text("compare-misplaced")).contains("cannot be the later copy");
        clickOn("#compare-use-as-seal");
        until(() -> !lookup("#compare-use-as-seal").query().isFocused(), "the advice to be taken");
        drop(sample.subjectPackage());
        await("compare-go");
        assertThat(text("compare-ready")).isEqualTo("The passphrase is missing.");
    }

    @Test
    void compare_fromTheStudies_takesDroppedFilesForTheLaterCopy() throws Exception {
        SampleStudy sample = Samples.in(home);
        clickOn("#home-studies");
        await("studies-compare-2");
        clickOn("#studies-compare-2");
        await("compare-choose");
        drop(sample.data().resolve("dm.csv"));
        await("compare-later-0");
        clickOn("#compare-passphrase");
        write("wrong");
        push(KeyCode.ENTER);
        await("compare-trouble");
        assertThat(text("compare-trouble")).isEqualTo("That is not the passphrase.");
        write(SampleStudy.PASSPHRASE);
        push(KeyCode.ENTER);
        await("compare-unchanged");
        assertThat(text("compare-sentence")).startsWith("Everything compared is identical to seal 2");
        assertThat(lookup("#compare-table").tryQuery()).isEmpty();
    }

    @Test
    void drop_dataThatWereNeverSealed_leadsToSealing() throws Exception {
        Samples.in(home);
        Path other = Files.writeString(home.resolve("other.csv"), "A,B\n1,2\n");
        drop(other);
        await("seal-file-0-summary");
    }
}
