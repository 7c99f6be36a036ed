package org.trialseal.core.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Aggregation;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;

/**
 * Stamps digests together in one submission, blinded by a fresh nonce each, with all calendars at once. A calendar that
 * refuses, hangs or answers nonsense holds nothing up beyond the {@link StampPolicy}.
 */
public final class Stamper {
    private final List<Calendar> calendars;
    private final AllowList allowList;
    private final StampPolicy policy;
    private final RandomGenerator random;

    /**
     * A stamper with these calendars.
     *
     * @param calendars at least one; two of different operators for a quorum that means something
     * @param allowList whose promises can be followed up later
     * @param random a cryptographically strong source; the nonces hide the digests
     * @throws IllegalArgumentException when there is no calendar
     */
    public Stamper(
            List<? extends Calendar> calendars, AllowList allowList, StampPolicy policy, RandomGenerator random) {
        if (calendars.isEmpty()) {
            throw new IllegalArgumentException("no calendar");
        }
        this.calendars = List.copyOf(calendars);
        this.allowList = allowList;
        this.policy = policy;
        this.random = random;
    }

    /**
     * Stamps digests.
     *
     * @param digests 1 to {@link Aggregation#MAX_DIGESTS}
     * @throws InterruptedException when interrupted while waiting; what the calendars had answered is lost
     */
    public StampResult stamp(List<Sha256> digests) throws InterruptedException {
        Aggregation aggregation = Aggregation.of(digests, nonces(digests.size()));
        SubmitAnswer[] answers = ask(aggregation);
        List<Timestamp> timestamps = merge(aggregation, answers);
        return new StampResult(timestamps, reports(answers), required());
    }

    private List<Bytes> nonces(int count) {
        List<Bytes> nonces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] nonce = new byte[Aggregation.NONCE_LENGTH];
            random.nextBytes(nonce);
            nonces.add(Bytes.copyOf(nonce));
        }
        return nonces;
    }

    private int required() {
        long operators = calendars.stream().map(Calendar::operator).distinct().count();
        return (int) Math.min(policy.quorum(), operators);
    }

    private SubmitAnswer[] ask(Aggregation aggregation) throws InterruptedException {
        SubmitAnswer[] answers = new SubmitAnswer[calendars.size()];
        Arrays.fill(answers, Failed.because(Cause.TIMED_OUT));
        Deadline total = Deadline.in(policy.total());
        try (Asking<Integer, SubmitAnswer> asking = new Asking<>()) {
            for (int i = 0; i < answers.length; i++) {
                asking.start(List.of(i), index -> ask(calendars.get(index), aggregation.tip(), total));
            }
            collect(asking, answers, new Patience(policy, required(), total));
        }
        return answers;
    }

    private void collect(Asking<Integer, SubmitAnswer> asking, SubmitAnswer[] answers, Patience patience)
            throws InterruptedException {
        Optional<Asking.Answer<Integer, SubmitAnswer>> next = asking.next(patience.until());
        while (next.isPresent()) {
            int index = next.get().question();
            answers[index] = next.get().value();
            if (answers[index] instanceof Stamped) {
                patience.answered(calendars.get(index).operator());
            }
            next = asking.next(patience.until());
        }
    }

    private SubmitAnswer ask(Calendar calendar, Sha256 tip, Deadline deadline) {
        try {
            return CalendarAnswer.checked(calendar.submit(tip, deadline), tip.bytes(), allowList);
        } catch (RuntimeException e) {
            return Failed.because(Cause.FAULT);
        }
    }

    /** A path may be too long only together with ours, and many answers too large only together. */
    private static List<Timestamp> merge(Aggregation aggregation, SubmitAnswer[] answers) {
        Timestamp atTip = Timestamp.of(aggregation.tip().bytes());
        List<Timestamp> timestamps = List.of();
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] instanceof Stamped) {
                try {
                    Timestamp merged = atTip.merge(((Stamped) answers[i]).timestamp());
                    timestamps = aggregation.timestamps(merged);
                    atTip = merged;
                } catch (OtsException e) {
                    answers[i] = Failed.because(Cause.TOO_LARGE);
                }
            }
        }
        return timestamps;
    }

    private List<CalendarReport> reports(SubmitAnswer[] answers) {
        List<CalendarReport> reports = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            Calendar calendar = calendars.get(i);
            reports.add(new CalendarReport(calendar.operator(), calendar.uri(), answers[i]));
        }
        return reports;
    }
}
