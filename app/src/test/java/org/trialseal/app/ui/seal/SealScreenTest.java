package org.trialseal.app.ui.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.trialseal.app.certificate.Readback;
import org.trialseal.app.sample.SampleTrial;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Network;

/** The door Seal through the window, by mouse and keys. */
@NullUnmarked
final class SealScreenTest extends DesktopTest {
    private Path data() throws Exception {
        Path data = home.resolve("files");
        SampleTrial.writeTo(data);
        return data;
    }

    private void type(String id, String text) {
        clickOn(reach(id)).write(text);
    }

    private void answer(String milestone) {
        reach("seal-milestone");
        clickOn(lookup("#seal-milestone").lookup(".text-field").<Node>query()).write(milestone);
    }

    private static List<String> leftovers(Path folder) throws Exception {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains("seal"))
                    .toList();
        }
    }

    @Test
    void files_chosenNamedAndSealed_makeASealThatTheNextOneFollows() throws Exception {
        Path data = data();
        files.next(data.resolve("dm.csv"), data.resolve("lb.csv"));
        clickOn("#home-seal");
        clickOn("#seal-choose");
        until(() -> text("seal-file-0-summary").contains("subject USUBJID"), "what was understood of dm.csv");
        type("seal-study", "TS-2041");
        answer("database lock");
        type("seal-passphrase", "open sesame");
        assertThat(text("seal-ready")).contains("not the same");
        type("seal-again", "open sesame");
        clickOn(reach("seal-practice"));
        assertThat(text("seal-leaves")).startsWith("Nothing leaves this computer");
        clickOn(reach("seal-go"));
        await("sealed-title");
        assertThat(text("sealed-title")).isEqualTo("Seal 1 of TS-2041 is made");
        until(() -> text("sealed-anchor").startsWith("Handed to"), "the calendars' answer");
        EvidenceFolder folder = EvidenceFolder.open(data.resolve("TS-2041-seal-1"));
        assertThat(folder.statement().network()).isEqualTo(Network.PRACTICE);
        assertThat(lookup("#sealed-digest").queryAs(TextInputControl.class).getText())
                .isEqualTo(folder.digest().hex());

        clickOn(reach("sealed-show-folder"));
        assertThat(shown).containsExactly(data.resolve("TS-2041-seal-1"));
        Path certificate = data.resolve("certificate.pdf");
        files.next(certificate);
        clickOn(reach("sealed-certificate"));
        until(() -> text("notice-text").contains("certificate.pdf"), "a notice of the certificate");
        try (Readback read = new Readback(Files.readAllBytes(certificate))) {
            // The practice network may have answered meanwhile.
            assertThat(read.text())
                    .contains("TS-2041")
                    .containsAnyOf("PENDING", "FOR TRAINING ONLY")
                    .contains("nothing is proven");
        }

        files.next(data.resolve("ae.csv"));
        clickOn(reach("sealed-another"));
        clickOn("#seal-choose");
        reach("seal-previous");
        until(() -> !lookup("#seal-previous").query().isDisabled(), "the seal before to be offered");
        interact(() -> lookup("#seal-previous").query().requestFocus());
        push(KeyCode.DOWN);
        assertThat(lookup("#seal-folder").queryAs(TextField.class).getText()).endsWith("TS-2041-seal-2");
        answer("unblinding");
        type("seal-passphrase", "open sesame");
        until(() -> !lookup("#seal-go").query().isDisabled(), "all to be answered: " + text("seal-ready"));
        clickOn(reach("seal-go"));
        await("sealed-title");
        assertThat(text("sealed-title")).isEqualTo("Seal 2 of TS-2041 is made");
        until(() -> text("sealed-anchor").startsWith("Handed to"), "the calendars' answer");
    }

    @Test
    void define_besideTheData_isSaidOnTheirLinesInPlainWords() throws Exception {
        Path data = Files.createDirectories(home.resolve("described"));
        Files.writeString(data.resolve("lb.csv"), "USUBJID,DRAW,ALT,X\n01,1,34,a\n01,2,41,b\n");
        Files.writeString(data.resolve("define.xml"), DefineFiles.LB);
        files.next(data.resolve("lb.csv"), data.resolve("define.xml"));
        clickOn("#home-seal");
        clickOn("#seal-choose");
        until(
                () -> text("seal-file-0-summary").contains("keys USUBJID, DRAW from define.xml"),
                "the keys of lb.csv: " + text("seal-file-0-summary"));
        until(() -> text("seal-file-1-summary").contains("Define-XML 2.1.0"), "what define.xml is");
        assertThat(text("seal-file-1-summary")).contains("describes 1 dataset");
        interact(() -> lookup("#seal-file-0").query().requestFocus());
        push(KeyCode.SPACE);
        await("seal-file-0-warnings");
        assertThat(lookup("#seal-file-0-warnings").lookup(".label").queryAllAs(javafx.scene.control.Label.class))
                .anyMatch(label -> label.getText().contains("does not define columns that lb.csv has: X"));
    }

    @Test
    void folder_thatExists_isSaidWhereItHappenedAndKeepsWhatWasTyped() throws Exception {
        Path data = data();
        files.next(data.resolve("dm.csv"));
        clickOn("#home-seal");
        clickOn("#seal-choose");
        await("seal-study");
        Files.createDirectories(data.resolve("taken"));
        type("seal-study", "X");
        interact(() -> lookup("#seal-folder")
                .queryAs(TextField.class)
                .setText(data.resolve("taken").toString()));
        answer("m");
        type("seal-passphrase", "p");
        type("seal-again", "p");
        clickOn(reach("seal-go"));
        await("seal-trouble");
        assertThat(lookup("#seal-study").queryAs(TextField.class).getText()).isEqualTo("X");
        assertThat(leftovers(data)).isEmpty();
    }

    @Test
    void files_droppedWhileOthersArePrepared_areSealedWithThem() throws Exception {
        drop(Files.writeString(home.resolve("dm.csv"), "USUBJID,SEX\nS-01,F\n"));
        await("seal-study");
        clickOn(reach("seal-study")).write("TS-9");
        drop(Files.writeString(home.resolve("ae.csv"), "USUBJID,TERM\nS-01,Headache\n"));
        until(() -> text("seal-counts").contains("2 files"), "both files");
        assertThat(lookup("#seal-study").<TextField>query().getText()).isEqualTo("TS-9");
    }

    @Test
    void firstRecords_ofShortValues_haveWholeHeads() throws Exception {
        drop(Files.writeString(home.resolve("dm.csv"), "USUBJID,SEX\n1,F\n"));
        until(() -> text("seal-file-0-summary").contains("subject USUBJID"), "the file to be understood");
        clickOn(reach("seal-file-0"));
        await("seal-file-0-dm-first");
        List<String> heads = on(() -> lookup("#seal-file-0-dm-first .column-header .label").queryAll().stream()
                .map(label -> ((Text) label.lookup(".text")).getText())
                .toList());
        assertThat(heads).containsExactly("USUBJID", "SEX");
    }

    @Test
    void list_openedByMouse_isStyledWithoutComplaints() throws Exception {
        drop(Files.writeString(home.resolve("dm.csv"), "USUBJID,SEX\n1,F\n"));
        until(() -> text("seal-file-0-summary").contains("subject USUBJID"), "the file to be understood");
        clickOn(reach("seal-file-0"));
        List<String> complaints = new CopyOnWriteArrayList<>();
        Handler handler = new StreamHandler() {
            @Override
            public void publish(LogRecord complaint) {
                complaints.add(complaint.getMessage());
            }
        };
        Logger styles = Logger.getLogger("javafx.css");
        styles.addHandler(handler);
        try {
            clickOn(reach("seal-file-0-delimiter"));
            until(() -> lookup("#seal-file-0-delimiter").queryComboBox().isShowing(), "the list");
            push(KeyCode.ESCAPE);
        } finally {
            styles.removeHandler(handler);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void options_inGerman_areNamedInGerman() throws Exception {
        clickOn("#door-settings");
        clickOn("#language-GERMAN");
        drop(Files.writeString(home.resolve("dm.csv"), "USUBJID\tSEX\n1\tF\n"));
        until(() -> text("seal-file-0-summary").contains("Person USUBJID"), "the file to be understood");
        clickOn(reach("seal-file-0"));
        await("seal-file-0-delimiter");
        assertThat(on(() -> lookup("#seal-file-0-delimiter .list-cell").queryAll().stream()
                        .map(cell -> ((Labeled) cell).getText())
                        .toList()))
                .contains("Tabulator");
    }

    @Test
    void network_chosenByArrowKey_isTheOneThatIsUsed() throws Exception {
        files.next(data().resolve("dm.csv"));
        clickOn("#home-seal");
        clickOn("#seal-choose");
        await("seal-study");
        reach("seal-bitcoin");
        interact(() -> lookup("#seal-bitcoin").query().requestFocus());
        push(KeyCode.DOWN);
        assertThat(text("seal-leaves")).startsWith("Nothing leaves this computer");
        push(KeyCode.UP);
        assertThat(text("seal-leaves")).doesNotStartWith("Nothing leaves this computer");
    }
}
