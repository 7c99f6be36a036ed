package org.trialseal.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.DesktopTest;

/** The window: doors by mouse and by key, dropped files, notices. */
final class ShellTest extends DesktopTest {
    private boolean isHere(String door) {
        return lookup("#door-" + door).queryButton().getStyleClass().contains("here");
    }

    @Test
    void window_atTheFirstStart_showsThreeDoorsAndTheSample() {
        assertThat(isHere("home")).isTrue();
        assertThat(lookup("#home-seal").tryQuery()).isPresent();
        assertThat(lookup("#home-verify").tryQuery()).isPresent();
        assertThat(lookup("#home-studies").tryQuery()).isPresent();
        assertThat(lookup("#home-sample").tryQuery()).isPresent();
    }

    @Test
    void card_clicked_leadsToItsDoor() {
        clickOn("#home-studies");
        assertThat(isHere("studies")).isTrue();
    }

    @Test
    void cards_byKeyboard_leadToTheirDoors() {
        push(KeyCode.TAB);
        push(KeyCode.ENTER);
        assertThat(isHere("verify")).isTrue();
    }

    @Test
    void shortcuts_leadToEachDoorAndBack() {
        push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertThat(isHere("seal")).isTrue();
        push(KeyCode.SHORTCUT, KeyCode.COMMA);
        assertThat(isHere("settings")).isTrue();
        push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(isHere("seal")).isTrue();
    }

    @Test
    void everyButtonOfTheWindow_hasAName() {
        for (Node node : lookup(".button").queryAll()) {
            Button button = (Button) node;
            assertThat(button.getText() + button.getAccessibleText())
                    .as("name of " + button.getId())
                    .matches("(?s).*\\p{L}.*");
        }
    }

    @Test
    void droppedFile_thatIsGone_isToldWithoutBlocking() {
        drop(home.resolve("gone.csv"));
        until(() -> text("notice-text").contains("gone.csv is not there"), "what happened");
        assertThat(text("notice-text")).contains("Choose it again");
        clickOn("#notice-close");
        assertThat(lookup("#notice-text").query().getParent().getParent().isVisible())
                .isFalse();
    }

    @Test
    void droppedFolder_withoutFiles_isToldInsteadOfIgnored() throws Exception {
        drop(Files.createDirectories(home.resolve("empty")));
        until(() -> text("notice-text").startsWith("Nothing was begun"), "what happened");
    }

    @Test
    void notice_isDismissedByEscape() {
        drop(home.resolve("gone.csv"));
        until(() -> text("notice-text").contains("gone.csv is not there"), "what happened");
        push(KeyCode.ESCAPE);
        assertThat(lookup("#notice-text").query().getParent().getParent().isVisible())
                .isFalse();
    }

    @Test
    void droppedData_leadToSealing() throws Exception {
        Path data = Files.writeString(home.resolve("dm.csv"), "USUBJID,SEX\nS-01,F\n");
        drop(data);
        until(() -> isHere("seal"), "the door Seal");
    }

    @Test
    void droppedTimestamp_leadsToVerifying() throws Exception {
        Path proof =
                Files.write(home.resolve("without-a-telling-name"), "\0OpenTimestamps\0\0Proof\0".getBytes("US-ASCII"));
        drop(proof);
        until(() -> isHere("verify"), "the door Verify");
    }
}
