package org.trialseal.app.ui.studies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.study.KeptStudy;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;

/**
 * When the seals of a study were made, by the sealing computers' clocks, and when the blocks that hold them.
 *
 * @param from the first moment on the line of time
 * @param to the last one, later than {@code from}
 * @param marks one for each seal, by number
 */
record StudyTimeline(Instant from, Instant to, List<Mark> marks) {
    private static final Duration LEAST = Duration.ofMinutes(1);

    StudyTimeline {
        marks = List.copyOf(marks);
    }

    /**
     * One seal.
     *
     * @param claimed when it was made, as was claimed
     * @param block when its block was made, by the block's header; empty when there is no header of it here
     * @param height of the block that its proof names
     * @param firm whether the block is known to be in the chain
     */
    record Mark(
            long number,
            String milestone,
            Instant claimed,
            Optional<Instant> block,
            OptionalLong height,
            boolean firm) {

        /** How long the block came after the seal; never negative, since clocks of sealing computers may be ahead. */
        Optional<Duration> delay() {
            return block.map(time -> Duration.between(claimed, time))
                    .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
        }

        /** Whether the clock claimed a time after that of the block, which cannot be. */
        boolean isClockAhead() {
            return block.filter(time -> time.isBefore(claimed)).isPresent();
        }
    }

    static StudyTimeline of(KeptStudy study) {
        List<Mark> marks = study.seals().stream().map(StudyTimeline::mark).toList();
        Instant from = Instant.MAX;
        Instant to = Instant.MIN;
        for (Mark mark : marks) {
            for (Instant moment : List.of(mark.claimed(), mark.block().orElse(mark.claimed()))) {
                from = moment.isBefore(from) ? moment : from;
                to = moment.isAfter(to) ? moment : to;
            }
        }
        boolean tiny = Duration.between(from, to).compareTo(LEAST) < 0;
        return new StudyTimeline(from, tiny ? from.plus(LEAST) : to, marks);
    }

    private static Mark mark(KeptSeal seal) {
        Optional<AnchorProgress> anchor = seal.anchor();
        return new Mark(
                seal.statement().place().seal(),
                seal.statement().milestone(),
                seal.statement().claimedTime(),
                anchor.flatMap(AnchorProgress::blockTime),
                anchor.map(AnchorProgress::block).orElse(OptionalLong.empty()),
                anchor.filter(progress -> progress.step().compareTo(AnchorProgress.Step.CONFIRMED) >= 0)
                        .isPresent());
    }

    /** Where a moment lies on the line: 0 at its beginning, 1 at its end. */
    double place(Instant moment) {
        double whole = Duration.between(from, to).toMillis();
        return Math.max(0, Math.min(1, Duration.between(from, moment).toMillis() / whole));
    }

    /** The longest time from a seal to its block; at least a minute. */
    Duration longestDelay() {
        return marks.stream()
                .flatMap(mark -> mark.delay().stream())
                .filter(delay -> delay.compareTo(LEAST) > 0)
                .max(Duration::compareTo)
                .orElse(LEAST);
    }
}
