package org.trialseal.app.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.core.evidence.EvidenceFolder;

/** Anchors that go on by themselves while the window is open, on a small chain that counts as the main one. */
@NullUnmarked
final class AnchorsScreenTest extends DesktopTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private SmallNetwork network;

    @Override
    protected Surroundings surroundings() {
        return Profiles.onChain(home, () -> network.chain().checkpoints());
    }

    /** Two seals of a study: one in a block, the other pending for eight days; no server of headers is named. */
    @Override
    protected void prepare() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        SmallStudies studies = new SmallStudies(home, network);
        try {
            EvidenceFolder first = studies.seal("one", "S-1", "protocol final", Optional.empty(), CLOCK);
            studies.stamp(first, CLOCK);
            network.confirm(6);
            Clock before = Clock.offset(CLOCK, Duration.ofDays(-8));
            EvidenceFolder second = studies.seal("two", "S-1", "database lock", Optional.of("one"), before);
            studies.stamp(second, before);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    private boolean hasChip(long seal, String text) {
        return lookup("#anchor-" + seal + " .chip").queryAll().stream()
                .map(chip -> ((Labeled) chip).getText())
                .anyMatch(text::equals);
    }

    private boolean isThere(String id) {
        return lookup("#" + id).tryQuery().isPresent();
    }

    @Test
    void seal_inABlock_turnsGreenOnceAServerIsNamedInTheSettings() {
        clickOn("#door-studies");
        await("studies-no-server");
        assertThat(hasChip(1, "Block 21")).isTrue();
        assertThat(lookup("#anchor-1 .passed").queryAll())
                .as("nothing is green yet")
                .isEmpty();
        clickOn("#studies-settings");
        Node field = await("setting-node_rest");
        interact(field::requestFocus);
        write(network.endpoint());
        interact(() -> lookup("#settings-save").queryButton().fire());
        until(() -> network.asked() > 0 && text("notice-text").startsWith("Saved"), "saved");
        clickOn("#door-studies");
        until(() -> hasChip(1, "6 confirmations"), "six confirmations");
        assertThat(isThere("studies-no-server")).isFalse();
        assertThat(lookup("#anchor-1 .chip.passed").queryAll()).hasSize(2);
        assertThat(lookup("#anchor-2 .passed").queryAll())
                .as("the other one still waits")
                .isEmpty();
    }

    @Test
    void seal_overdue_isAnchoredAgainByAButton() {
        clickOn("#door-studies");
        await("help-2");
        assertThat(hasChip(2, "Pending for more than seven days")).isTrue();
        until(() -> isThere("studies-no-server"), "the first round");
        int asked = network.asked();
        Node again = await("anchor-again-2");
        interact(again::requestFocus);
        push(KeyCode.SPACE);
        until(() -> text("notice-text").startsWith("Handed to 1 calendar operator."), "what became of it");
        assertThat(network.asked()).isGreaterThan(asked);
    }

    @Test
    void calendar_thatRefusesWhileTheWindowIsOpen_isSaidLoudly() {
        clickOn("#door-studies");
        await("help-2");
        until(() -> isThere("studies-no-server"), "the first round");
        network.refuse(true);
        Node again = await("anchor-again-2");
        interact(again::requestFocus);
        push(KeyCode.SPACE);
        until(() -> says("#help-2 .label", network.endpoint() + " refused."), "what the calendar did");
        until(() -> text("notice-text").startsWith("No calendar promised a block."), "what became of it");
    }

    @Test
    void seal_thatNobodyHas_isNotSaidToWait() throws Exception {
        new SmallStudies(home, network).seal("three", "S-2", "lock", Optional.empty(), CLOCK);
        clickOn("#door-studies");
        until(() -> says(".chip", "1 seal is not anchored"), "how the study stands");
    }

    private boolean says(String query, String beginning) {
        return lookup(query).queryAll().stream()
                .anyMatch(label -> ((Labeled) label).getText().startsWith(beginning));
    }

    @Test
    void charts_ofAStudy_tellAScreenReaderWhatTheyShow() {
        clickOn("#door-studies");
        Node times = await("studies-times");
        assertThat(times.getAccessibleText())
                .contains("Seal 1, protocol final: sealed ")
                .contains("Seal 2, database lock: sealed ")
                .contains("No block yet.");
        assertThat(await("studies-delays").getAccessibleText()).contains("Seal 2: no block yet.");
        assertThat(times.isFocusTraversable()).isTrue();
    }
}
