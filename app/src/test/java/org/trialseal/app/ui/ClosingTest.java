package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.anchor.AnchorWatch;

/** The window is closed while it asks a calendar that does not answer. */
@NullUnmarked
final class ClosingTest extends DesktopTest {
    private SmallNetwork network;
    private int before;

    @Override
    protected Surroundings surroundings() {
        return Profiles.onChain(home, () -> network.chain().checkpoints());
    }

    @Override
    protected void prepare() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        SmallStudies studies = new SmallStudies(home, network);
        try {
            Clock clock = Clock.systemUTC();
            studies.stamp(studies.seal("seal", "S", "lock", Optional.empty(), clock), clock);
        } catch (Exception e) {
            throw new IOException(e);
        }
        before = network.asked();
        network.hangCalendar();
    }

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    @Test
    void close_whileACalendarHangs_endsWithinTheBoundAndLeavesNoThread() {
        until(() -> network.asked() > before, "the calendar to be asked");
        long start = System.nanoTime();
        interact(desktop()::close);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AnchorWatch.LONGEST_CLOSING);
        until(
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("trialseal-") && thread.isAlive()),
                "all threads to end");
    }
}
