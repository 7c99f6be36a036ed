package org.trialseal.app.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.ui.studies.StudyTimeline.Mark;
import org.trialseal.app.work.study.KeptStudies;
import org.trialseal.app.work.study.KeptStudy;
import org.trialseal.core.evidence.EvidenceFolder;

/** The chart of a study as values, from seals on a small chain. */
final class StudyTimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    private Path home;

    private SmallNetwork network;
    private SmallStudies studies;

    @BeforeEach
    void start() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        studies = new SmallStudies(home, network);
        studies.nameServer();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private void seal(String name, Optional<String> previous, Instant claimed, Optional<Duration> delay)
            throws Exception {
        EvidenceFolder folder = studies.seal(name, "S", name, previous, at(claimed));
        studies.stamp(folder, at(claimed));
        if (delay.isPresent()) {
            network.confirm(6, claimed.plus(delay.get()));
            studies.upkeep(at(claimed)).once();
        }
    }

    private StudyTimeline timeline() throws Exception {
        KeptStudy kept = new KeptStudies(studies.register(), studies.policy(), at(START))
                .read()
                .studies()
                .get(0);
        return StudyTimeline.of(kept);
    }

    @Test
    void of_twoSealsWithBlocksAndOneWithout_placesThemOnOneLine() throws Exception {
        seal("one", Optional.empty(), START, Optional.of(Duration.ofHours(5)));
        seal("two", Optional.of("one"), START.plus(Duration.ofDays(50)), Optional.of(Duration.ofHours(10)));
        seal("three", Optional.of("two"), START.plus(Duration.ofDays(100)), Optional.empty());
        StudyTimeline timeline = timeline();
        assertThat(timeline.from()).isEqualTo(START);
        assertThat(timeline.to()).isEqualTo(START.plus(Duration.ofDays(100)));
        assertThat(timeline.marks()).extracting(Mark::number).containsExactly(1L, 2L, 3L);
        assertThat(timeline.marks()).extracting(Mark::firm).containsExactly(true, true, false);
        assertThat(timeline.place(timeline.marks().get(1).claimed())).isCloseTo(0.5, within(1e-9));
        assertThat(timeline.marks().get(0).delay()).contains(Duration.ofHours(5));
        assertThat(timeline.marks().get(2).delay()).isEmpty();
        assertThat(timeline.longestDelay()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void of_clockAheadOfTheBlock_saysSoAndHasNoNegativeDelay() throws Exception {
        seal("one", Optional.empty(), START, Optional.of(Duration.ofHours(-3)));
        Mark mark = timeline().marks().get(0);
        assertThat(mark.isClockAhead()).isTrue();
        assertThat(mark.delay()).contains(Duration.ZERO);
        assertThat(timeline().place(START)).isEqualTo(1);
    }

    @Test
    void of_oneSealWithoutABlock_hasALineOfSomeLength() throws Exception {
        seal("one", Optional.empty(), START, Optional.empty());
        StudyTimeline timeline = timeline();
        assertThat(timeline.to()).isAfter(timeline.from());
        assertThat(timeline.place(START)).isZero();
        assertThat(timeline.place(START.minusSeconds(9))).as("never outside").isZero();
    }
}
