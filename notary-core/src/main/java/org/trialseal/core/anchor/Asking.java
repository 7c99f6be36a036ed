package org.trialseal.core.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Puts questions to several others at once, each on a daemon thread of its own and its questions one after the other, and
 * hands the answers over as they come. Closing interrupts whoever is still at it and waits for nobody.
 */
final class Asking<Q, A> implements AutoCloseable {
    private final BlockingQueue<Answer<Q, A>> answers = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private int open;

    /** Asks one other all of these questions. */
    void start(List<Q> questions, Other<Q, A> other) {
        Thread thread = new Thread(() -> run(questions, other), "trialseal-asking-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        open += questions.size();
        thread.start();
    }

    private void run(List<Q> questions, Other<Q, A> other) {
        for (Q question : questions) {
            answers.add(new Answer<>(question, other.answer(question)));
        }
    }

    /** The next answer; empty when all have come, or none comes in time. */
    Optional<Answer<Q, A>> next(Deadline deadline) throws InterruptedException {
        if (open == 0) {
            return Optional.empty();
        }
        Answer<Q, A> next = answers.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        open -= next == null ? 0 : 1;
        return Optional.ofNullable(next);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    /** Somebody who answers; throws nothing. */
    interface Other<Q, A> {
        A answer(Q question);
    }

    /** A question and its answer. */
    record Answer<Q, A>(Q question, A value) {}
}
