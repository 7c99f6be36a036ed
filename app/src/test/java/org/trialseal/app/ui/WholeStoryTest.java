package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.app.ui.testing.NetworkDenied;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Network;

/**
 * The whole story, by mouse and keys, on the transport files of a real trial: one computer seals them and proves one
 * subject, another one that is offline verifies the package, and the first one finds the cell that was changed since.
 */
@NullUnmarked
final class WholeStoryTest extends DesktopTest {
    private static final String STUDY = "CDISCPILOT01";
    private static final String SUBJECT = "01-701-1015";
    private static final String PASSPHRASE = "open sesame";
    private static final List<String> FILES = List.of("sdtm-xpt/dm.xpt", "sdtm-xpt/ae.xpt", "adam-xpt/adsl.xpt");

    @Test
    void study_sealedProvenVerifiedOfflineAndChanged_namesTheChangedCell() throws Exception {
        Path[] data = data();
        Path seal = seal(data);
        awaitTheBlock();
        Path proof = proveTheSubject();
        verifyElsewhere(proof);
        moveTo(Profiles.clean(home));
        compareWithAChangedCopy(data[0]);
        assertThat(EvidenceFolder.open(seal).statement().network()).isEqualTo(Network.PRACTICE);
    }

    /** Copies of the trial's files, which nothing here may change. */
    private Path[] data() throws IOException {
        Path folder = Files.createDirectories(home.resolve("study"));
        Path[] copies = new Path[FILES.size()];
        for (int i = 0; i < copies.length; i++) {
            Path original = SharedFiles.data(FILES.get(i));
            copies[i] = Files.write(folder.resolve(original.getFileName()), Files.readAllBytes(original));
        }
        return copies;
    }

    private Path seal(Path... data) {
        files.next(data);
        clickOn("#home-seal");
        clickOn("#seal-choose");
        for (int i = 0; i < data.length; i++) {
            String summary = "seal-file-" + i + "-summary";
            await(summary);
            until(() -> text(summary).contains("subject USUBJID"), "what was understood of a file: " + text(summary));
        }
        type("seal-study", STUDY);
        reach("seal-milestone");
        clickOn(lookup("#seal-milestone").lookup(".text-field").<Node>query()).write("database lock");
        type("seal-passphrase", PASSPHRASE);
        type("seal-again", PASSPHRASE);
        clickOn(reach("seal-retain"));
        clickOn(reach("seal-practice"));
        until(() -> !lookup("#seal-go").query().isDisabled(), "all to be answered: " + text("seal-ready"));
        clickOn(reach("seal-go"));
        await("sealed-title");
        assertThat(text("sealed-title")).isEqualTo("Seal 1 of " + STUDY + " is made");
        until(() -> text("sealed-anchor").startsWith("Handed to"), "the calendars' answer");
        return Path.of(lookup("#sealed-folder").queryAs(TextInputControl.class).getText());
    }

    private void awaitTheBlock() {
        clickOn(reach("sealed-studies"));
        await("anchor-1");
        until(() -> all("#anchor-1").contains("Practice block"), "the anchor's block");
    }

    /** Finds the subject by keys alone, and saves a package of all that was sealed of it. */
    private Path proveTheSubject() {
        clickOn(reach("prove-1"));
        await("prove-passphrase");
        clickOn("#prove-passphrase").write(PASSPHRASE);
        push(KeyCode.ENTER);
        await("prove-subjects");
        until(() -> lookup("#prove-search").query().isFocused(), "the search to have the focus");
        write("701-1015");
        until(() -> text("prove-found").startsWith("Found 1 of"), "one subject to be found");
        push(KeyCode.ENTER);
        assertThat(text("prove-count")).isEqualTo("1 subject chosen");
        until(() -> lookup("#prove-sum").tryQuery().filter(Node::isVisible).isPresent(), "the preview");
        until(() -> !lookup("#prove-save").query().isDisabled(), "what can be saved");
        Path proof = home.resolve("subject.trialseal");
        files.next(proof);
        clickOn(reach("prove-save"));
        await("saved-title");
        assertThat(proof).exists();
        return proof;
    }

    /** Verifies the package on a computer that has nothing but the program and the package. */
    private void verifyElsewhere(Path proof) throws IOException {
        Path elsewhere = Files.createTempDirectory("trialseal-elsewhere-");
        Path received = Files.copy(proof, elsewhere.resolve("received.trialseal"));
        try (NetworkDenied denied = NetworkDenied.begin()) {
            moveTo(Profiles.clean(elsewhere));
            files.next(received);
            clickOn("#home-verify");
            clickOn("#verify-choose");
            await("verify-verdict");
            assertThat(text("verify-verdict")).isEqualTo("Indeterminate");
            clickOn("#verify-practice");
            until(() -> text("verify-verdict").equals("Passed"), "the verdict Passed");
            assertThat(text("verify-file")).isEqualTo("received.trialseal");
            assertThat(text("verify-sentence"))
                    .endsWith("was sealed as seal 1 (“database lock”) of study " + STUDY + ".");
            assertThat(all(".page-scroll"))
                    .contains("DM: 1 of 306 records, all that was filed under " + SUBJECT + ".")
                    .contains("AE: 3 of 961 records, all that was filed under " + SUBJECT + ".")
                    .contains("ADSL: 1 of 254 records, all that was filed under " + SUBJECT + ".");
            assertThat(denied.attempts()).as("attempts to reach the network").isEmpty();
        }
    }

    private void compareWithAChangedCopy(Path demographics) throws IOException {
        drop(copyWithAnotherSex(demographics));
        await("compare-passphrase");
        until(() -> text("compare-ready").contains("passphrase"), "the passphrase to be asked for");
        write(PASSPHRASE);
        push(KeyCode.ENTER);
        await("compare-sentence");
        assertThat(text("compare-sentence"))
                .isEqualTo("1 of 306 records changed, 0 added, 0 missing; everything else is identical.");
        TableView<ComparisonLine> table = lookup("#compare-table").query();
        assertThat(table.getItems()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(ComparisonLine.Kind.CHANGED);
            assertThat(line.key()).contains(SUBJECT);
            assertThat(line.field()).isEqualTo("SEX");
            assertThat(line.sealed()).isEqualTo(new ComparisonLine.Side(ComparisonLine.What.VALUE, "F"));
            assertThat(line.later()).isEqualTo(new ComparisonLine.Side(ComparisonLine.What.VALUE, "M"));
        });
        assertThat(all("#compare-table")).contains(SUBJECT, "SEX");
    }

    /** A copy in which one byte is another one: the subject's sex, which stands behind the unit of the age. */
    private Path copyWithAnotherSex(Path demographics) throws IOException {
        byte[] bytes = Files.readAllBytes(demographics);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int sex = text.indexOf("YEARSF", text.indexOf(SUBJECT)) + "YEARS".length();
        bytes[sex] = 'M';
        Path folder = Files.createDirectories(home.resolve("later"));
        return Files.write(folder.resolve(demographics.getFileName()), bytes);
    }

    private void type(String id, String text) {
        clickOn(reach(id)).write(text);
    }

    /** All that can be read in a part of the window. */
    private String all(String query) {
        return lookup(query).lookup((Node node) -> node instanceof Labeled).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }
}
