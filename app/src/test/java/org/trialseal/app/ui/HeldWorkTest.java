package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.testing.PlainSeal;
import org.trialseal.app.ui.job.Meter;
import org.trialseal.app.ui.testing.Gate;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/**
 * Long work that is paused, resumed and stopped by mouse and keys while it is in progress: its records come through a {@link
 * Gate}, so that nothing depends on how fast a computer is.
 */
@NullUnmarked
final class HeldWorkTest extends DesktopTest {
    private static final int ROWS = 60_000;
    private static final String WORDS = "open sesame";

    private final Gate gate = new Gate();
    private String temporary;
    private Path data;

    @Override
    protected Surroundings surroundings() {
        return new Surroundings(
                Profiles.places(home),
                gate.formats(),
                new SecureRandom(),
                Clock.systemUTC(),
                Locale.ENGLISH,
                Checkpoints::shipped);
    }

    @Override
    protected void prepare() throws IOException {
        temporary = System.getProperty("java.io.tmpdir");
        System.setProperty(
                "java.io.tmpdir",
                Files.createDirectories(home.resolve("temporary")).toString());
        data = Files.writeString(Files.createDirectories(home.resolve("files")).resolve("lb.csv"), table("VALUE"));
    }

    @AfterEach
    void forgetTheFolderForTemporaryFiles() {
        gate.open();
        System.setProperty("java.io.tmpdir", temporary);
    }

    private static String table(String value) {
        StringBuilder text = new StringBuilder("USUBJID,SEQ,RESULT\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("S-").append(row / 100).append(',').append(row % 100).append(',');
            text.append(value)
                    .append(" of about forty characters, number ")
                    .append(row)
                    .append('\n');
        }
        return text.toString().replace(", number", " number");
    }

    private Path seal() throws Exception {
        Inputs.Wishes wishes =
                new Inputs.Wishes(false, Optional.of("USUBJID"), List.of("SEQ"), Map.of(), Optional.empty());
        return new PlainSeal(home.resolve("seal-1"), "H-1", wishes, WORDS)
                .of(Configuration.standard(Profiles.places(home)), List.of(data));
    }

    /** All files and folders of the test, with their lengths. */
    private Map<String, Long> inside() throws IOException {
        Map<String, Long> inside = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.toList()) {
                inside.put(home.relativize(path).toString(), Files.isDirectory(path) ? -1 : Files.size(path));
            }
        }
        return inside;
    }

    private static boolean isAt(StackTraceElement[] stack, Predicate<StackTraceElement> place) {
        return Arrays.stream(stack).anyMatch(place);
    }

    /** Whether a thread stands in the meter, and every other one that works waits too: then nothing can go on. */
    private static boolean isHeld() {
        Map<Thread, StackTraceElement[]> working = new HashMap<>(Thread.getAllStackTraces());
        working.values()
                .removeIf(stack -> !isAt(stack, frame -> frame.getClassName().startsWith("org.trialseal.core.")));
        boolean held = working.values().stream()
                .anyMatch(stack -> isAt(stack, frame -> frame.getClassName().equals(Meter.class.getName())));
        return held
                && working.keySet().stream()
                        .allMatch(thread ->
                                thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.BLOCKED);
    }

    /** The work has begun, and has no more records for the moment. */
    private void untilBegun() {
        until(gate::isWaitedAt, "the work to want more records");
        assertThat(gate.passed()).isEqualTo(2);
    }

    /** Lets all records come though the work is held, and sees that it takes none. */
    private void requireHeld(String screen) throws Exception {
        until(() -> text(screen + "-pause").equals("Go on"), "the button to say how it goes on");
        gate.open();
        until(HeldWorkTest::isHeld, "the work to be held");
        Map<String, Long> before = inside();
        long passed = gate.passed();
        String how = text(screen + "-how");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isHeld()).isTrue();
        assertThat(text(screen + "-how")).isEqualTo(how);
        assertThat(inside()).isEqualTo(before);
        assertThat(gate.passed()).isEqualTo(passed).isBetween(2L, 7L);
    }

    /** Pauses and resumes by mouse. */
    private void pauseAndResume(String screen) throws Exception {
        untilBegun();
        clickOn("#" + screen + "-pause");
        requireHeld(screen);
        clickOn("#" + screen + "-pause");
    }

    private void untilFocused(String id) {
        until(() -> lookup("#" + id).query().isFocused(), id + " to have the focus");
    }

    /** Pauses by keys and stops what is paused. */
    private void pauseAndStop(String screen) throws Exception {
        untilBegun();
        untilFocused(screen + "-stop");
        push(KeyCode.SHIFT, KeyCode.TAB);
        untilFocused(screen + "-pause");
        push(KeyCode.SPACE);
        requireHeld(screen);
        push(KeyCode.TAB);
        untilFocused(screen + "-stop");
        push(KeyCode.SPACE);
    }

    private void requireNothingLeft(String screen, Map<String, Long> before) throws Exception {
        until(
                () -> lookup("#" + screen + "-stopped")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent(),
                "the stop to be said");
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> inside().equals(before));
        } catch (TimeoutException e) {
            assertThat(inside()).isEqualTo(before);
        }
    }

    private void type(String id, String text) {
        clickOn(reach(id)).write(text);
        TextField field = lookup("#" + id).query();
        until(() -> field.getText().equals(text), text + " to be typed");
    }

    private void prepareSeal() throws IOException {
        Files.createDirectories(
                Configuration.standard(Profiles.places(home)).data().resolve("studies"));
        files.next(data);
        clickOn("#home-seal");
        clickOn("#seal-choose");
        until(() -> text("seal-file-0-summary").contains("subject USUBJID"), "the file to be understood");
        type("seal-study", "H-1");
        reach("seal-milestone");
        clickOn(lookup("#seal-milestone").lookup(".text-field").<Node>query()).write("lock");
        type("seal-passphrase", WORDS);
        type("seal-again", WORDS);
        clickOn(reach("seal-practice"));
    }

    private void begin(String go) {
        gate.closeAfter(2);
        clickOn(reach(go));
    }

    private void requireSealed() throws Exception {
        await("sealed-title");
        until(() -> text("sealed-anchor").startsWith("Handed to"), "the calendars' answer");
        EvidenceFolder folder = EvidenceFolder.open(data.resolveSibling("H-1-seal-1"));
        assertThat(folder.entries())
                .filteredOn(DatasetEntry.class::isInstance)
                .extracting(entry -> ((DatasetEntry) entry).shape().records())
                .containsExactly((long) ROWS);
    }

    @Test
    void seal_pausedWhileItWorks_takesNothingUntilItGoesOnAndIsWhole() throws Exception {
        prepareSeal();
        begin("seal-go");
        pauseAndResume("seal");
        requireSealed();
    }

    @Test
    void seal_stoppedWhileItWorksAndWhilePaused_leavesNothingAndCanBeMadeAgain() throws Exception {
        prepareSeal();
        Map<String, Long> before = inside();
        begin("seal-go");
        untilBegun();
        clickOn("#seal-stop");
        requireNothingLeft("seal", before);
        begin("seal-go");
        pauseAndStop("seal");
        requireNothingLeft("seal", before);
        clickOn(reach("seal-go"));
        requireSealed();
    }

    @Test
    void seal_beingMade_isNotLostByWhatIsOpenedMeanwhile() throws Exception {
        prepareSeal();
        begin("seal-go");
        untilBegun();
        push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertThat(lookup("#seal-stop").tryQuery())
                .as("the sealing on its own door")
                .isPresent();
        clickOn("#door-settings");
        clickOn("#language-GERMAN");
        assertThat(text("door-seal")).isEqualTo("Seal");
        assertThat(lookup("#language-ENGLISH").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(text("notice-text")).startsWith("Something is being made.");
        drop(Files.writeString(home.resolve("other.csv"), "A,B\n1,2\n"));
        until(() -> text("notice-text").startsWith("A seal is being made."), "what happened");
        assertThat(lookup("#seal-stop").tryQuery())
                .as("the sealing that others are dropped on")
                .isPresent();
        gate.open();
        requireSealed();
    }

    private void preparePackage() throws Exception {
        Path seal = seal();
        drop(seal);
        clickOn(reach("prove-1"));
        await("prove-passphrase");
        clickOn("#prove-passphrase").write(WORDS);
        push(KeyCode.ENTER);
        await("prove-missing");
        files.next(data);
        clickOn(reach("prove-give"));
        until(() -> lookup("#prove-missing").tryQuery().isEmpty(), "the data to be taken");
        clickOn(reach("prove-everything"));
        until(() -> !lookup("#prove-save").query().isDisabled(), "the preview");
    }

    private Path beginPackage() {
        Path out = home.resolve("files").resolve("all.trialseal");
        files.next(out);
        begin("prove-save");
        return out;
    }

    private void requirePackage(Path out) throws Exception {
        await("saved-title");
        assertThat(out).exists();
        VerificationReport report =
                new Verifier(VerificationPolicy.standard(Checkpoints.shipped())).verify(PathFile.of(out));
        assertThat(report.checks())
                .filteredOn(check -> check.id().startsWith("data") || check.id().startsWith("completeness"))
                .isNotEmpty()
                .allMatch(check -> check.result() == Result.PASSED);
    }

    @Test
    void prove_pausedWhileItWorks_takesNothingUntilItGoesOnAndIsWhole() throws Exception {
        preparePackage();
        Path out = beginPackage();
        pauseAndResume("prove");
        requirePackage(out);
    }

    @Test
    void prove_stoppedWhileItWorksAndWhilePaused_leavesNothingAndCanBeMadeAgain() throws Exception {
        preparePackage();
        Map<String, Long> before = inside();
        beginPackage();
        untilBegun();
        clickOn("#prove-stop");
        requireNothingLeft("prove", before);
        Path out = beginPackage();
        pauseAndStop("prove");
        requireNothingLeft("prove", before);
        files.next(out);
        clickOn(reach("prove-save"));
        requirePackage(out);
    }

    private void prepareComparison() throws Exception {
        Path seal = seal();
        List<String> lines = table("VALUE").lines().collect(Collectors.toCollection(ArrayList::new));
        lines.set(30_000, lines.get(30_000).replace("VALUE", "OTHER"));
        lines.add(50_000, lines.remove(7));
        Path later = Files.write(Files.createDirectories(home.resolve("later")).resolve("lb.csv"), lines);
        drop(seal, later);
        await("compare-passphrase");
        until(() -> text("compare-ready").contains("passphrase"), "the passphrase to be asked for");
        type("compare-passphrase", WORDS);
    }

    private void requireComparison() {
        await("compare-sentence");
        assertThat(text("compare-sentence"))
                .isEqualTo("1 of 60,000 records changed, 0 added, 0 missing, 1 in another order; everything else is"
                        + " identical.");
    }

    @Test
    void compare_pausedWhileItWorks_takesNothingUntilItGoesOnAndIsWhole() throws Exception {
        prepareComparison();
        begin("compare-go");
        pauseAndResume("compare");
        requireComparison();
    }

    @Test
    void compare_stoppedWhileItWorksAndWhilePaused_leavesNothingAndCanBeMadeAgain() throws Exception {
        prepareComparison();
        Map<String, Long> before = inside();
        begin("compare-go");
        untilBegun();
        clickOn("#compare-stop");
        requireNothingLeft("compare", before);
        begin("compare-go");
        pauseAndStop("compare");
        requireNothingLeft("compare", before);
        clickOn(reach("compare-go"));
        requireComparison();
    }
}
