package org.trialseal.app.ui.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.trialseal.app.sample.SampleTrial;
import org.trialseal.app.testing.PlainSeal;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.study.SampleStudy;

/** Making a package through the window, by mouse and keys. */
@NullUnmarked
final class ProveScreenTest extends DesktopTest {
    private SampleStudy sample;

    private void open(Path seal) {
        drop(seal);
        clickOn(reach("prove-" + seal.getFileName().toString().replace("seal-", "")));
        await("prove-passphrase");
    }

    private void unlock(String passphrase) {
        clickOn("#prove-passphrase");
        TextField field = lookup("#prove-passphrase").query();
        until(field::isFocused, "the passphrase to have the focus");
        write(passphrase);
        until(() -> field.getText().equals(passphrase), "the passphrase to be typed");
        push(KeyCode.ENTER);
    }

    private String all(String id) {
        StringBuilder all = new StringBuilder();
        lookup("#" + id)
                .lookup(".label")
                .queryAll()
                .forEach(node -> all.append(((Labeled) node).getText()).append('\n'));
        return all.toString();
    }

    private boolean isSeen(String id) {
        return lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static List<String> inside(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void subject_searchedByKeys_twoFieldsOfOneDataset_areSeenSavedAndVerified() throws Exception {
        sample = Samples.in(home);
        open(sample.lockSeal());
        unlock(SampleStudy.PASSPHRASE);
        await("prove-subjects");
        assertThat(text("prove-practice")).contains("practice network");
        assertThat(lookup("#prove-save").query().isDisabled()).isTrue();
        until(() -> lookup("#prove-search").query().isFocused(), "the search to have the focus");
        write("014-0007");
        until(() -> text("prove-found").startsWith("Found 1 of"), "one subject to be found");
        push(KeyCode.ENTER);
        assertThat(text("prove-count")).isEqualTo("1 subject chosen");
        until(() -> isSeen("prove-sum"), "the preview");
        assertThat(all("prove-shown")).contains("The identifiers of the shown subjects, whichever fields are chosen");

        choose("prove-part-0-what", "Nothing");
        for (int part = 1; isSeen("prove-part-" + part); part++) {
            if (!all("prove-part-" + part).startsWith("lb\n")) {
                choose("prove-part-" + part + "-what", "Nothing");
            } else {
                clickOn(reach("prove-part-" + part + "-fields"));
                clickOn(reach("prove-part-" + part + "-field-LBTESTCD"));
                clickOn(reach("prove-part-" + part + "-field-LBORRES"));
            }
        }
        until(() -> all("prove-shown").contains("2 of 1"), "the two fields: " + all("prove-preview"));
        assertThat(all("prove-shown")).contains("LBTESTCD, LBORRES").doesNotContain("dm\n");
        assertThat(all("prove-hidden")).contains("Where in the file the shown records of lb stood");
        assertThat(text("prove-estimate")).startsWith("About ");

        Path out = home.resolve("alt.trialseal");
        files.next(out);
        clickOn(reach("prove-save"));
        await("saved-title");
        assertThat(lookup("#saved-file").queryAs(TextInputControl.class).getText())
                .isEqualTo(out.toString());
        assertThat(out).exists();
        clickOn(reach("saved-folder"));
        assertThat(shown).containsExactly(out);
        clickOn(reach("saved-verify"));
        await("verify-verdict");
        assertThat(text("verify-file")).isEqualTo("alt.trialseal");
        clickOn("#verify-practice");
        until(() -> text("verify-verdict").equals("Passed"), "the verdict Passed");
    }

    private void choose(String id, String word) {
        Node box = reach(id);
        @SuppressWarnings("unchecked")
        ComboBox<String> combo = (ComboBox<String>) box;
        if (combo.getItems().contains(word)) {
            interact(() -> combo.setValue(word));
        }
    }

    /** A seal that nobody was told of, of two files that were not kept. */
    private Path freshSeal(Path data) throws Exception {
        return new PlainSeal(home.resolve("seal-1"), "X-1", Inputs.Wishes.none(), SampleStudy.PASSPHRASE)
                .of(
                        Configuration.standard(Profiles.clean(home).places()),
                        List.of(data.resolve("dm.csv"), data.resolve("ae.csv")));
    }

    @Test
    void seal_thatNobodyWasToldOf_whoseDataWereNotKept_isSaidAndTheFilesAreGiven() throws Exception {
        Path data = home.resolve("data");
        SampleTrial.writeTo(data);
        open(freshSeal(data));
        assertThat(text("prove-pending")).isEqualTo("This seal is not in a block yet");
        unlock(SampleStudy.PASSPHRASE);
        await("prove-missing");
        assertThat(text("prove-missing")).contains("dm.csv, ae.csv");
        assertThat(lookup("#prove-part-0-what").query().isDisabled()).isTrue();
        files.next(data.resolve("dm.csv"));
        clickOn(reach("prove-give"));
        until(() -> text("prove-missing").endsWith(": ae.csv"), "one file to be enough for what is in it");
        clickOn(reach("prove-everything"));
        until(() -> isSeen("prove-sum"), "the preview");
        assertThat(text("prove-sum")).isEqualTo("240 of 240 records in 1 dataset");
        assertThat(all("prove-hidden")).contains("other entries of the seal");
    }

    @Test
    void passphrase_wrong_isSaidAndAskedForAgain() throws Exception {
        sample = Samples.in(home);
        open(sample.lockSeal());
        unlock("something else");
        await("prove-trouble");
        assertThat(text("prove-trouble")).isEqualTo("That is not the passphrase.");
        assertThat(lookup("#prove-passphrase").queryAs(TextField.class).getText())
                .isEmpty();
        unlock(SampleStudy.PASSPHRASE);
        await("prove-subjects");
    }

    @Test
    void target_thatHoldsSomethingElse_isLeftAndTheChoiceKept() throws Exception {
        sample = Samples.in(home);
        open(sample.lockSeal());
        unlock(SampleStudy.PASSPHRASE);
        await("prove-subjects");
        clickOn(reach("prove-everything"));
        until(() -> !lookup("#prove-save").query().isDisabled(), "the preview");
        Path taken = Files.writeString(home.resolve("notes.txt"), "somebody’s notes", StandardCharsets.UTF_8);
        List<String> before = inside(home);
        files.next(taken);
        clickOn(reach("prove-save"));
        await("prove-trouble");
        assertThat(text("prove-trouble")).isEqualTo("notes.txt exists already.");
        assertThat(taken).hasContent("somebody’s notes");
        assertThat(inside(home)).isEqualTo(before);
        assertThat(isSeen("prove-sum")).isTrue();
    }

    @Test
    void evidence_damaged_isSaidBeforeAnythingIsWritten() throws Exception {
        sample = Samples.in(home);
        flipAByteOfEveryFileNamed(sample.lockSeal(), "groups.bin");
        open(sample.lockSeal());
        unlock(SampleStudy.PASSPHRASE);
        await("prove-subjects");
        clickOn(reach("prove-everything"));
        await("prove-refused");
        assertThat(all("prove-preview")).contains("was damaged");
        assertThat(lookup("#prove-save").query().isDisabled()).isTrue();
    }

    private static void flipAByteOfEveryFileNamed(Path folder, String name) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(name)).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[40] ^= 1;
                assertThat(file.toFile().setWritable(true)).isTrue();
                Files.write(file, bytes);
            }
        }
    }
}
