package org.trialseal.app.ui.studies;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.work.anchor.AnchorRound;
import org.trialseal.app.work.anchor.AnchorWatch;
import org.trialseal.core.anchor.RetryPolicy;

/** Has anchors asked for while the desktop is open, and tells what last came of it. Belongs to the interface thread. */
public final class Anchors implements AutoCloseable {
    private final Executor screen;
    private final RandomGenerator random;
    private final ReadOnlyObjectWrapper<Optional<AnchorRound>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AnchorWatch> watch = Optional.empty();

    /**
     * @param screen runs what is handed to it on the interface thread
     * @param random spreads the attempts
     */
    public Anchors(Executor screen, RandomGenerator random) {
        this.screen = screen;
        this.random = random;
    }

    /** Asks in this way from now on, beginning at once. */
    public void follow(AnchorWatch.Rounds rounds) {
        close();
        last.set(Optional.empty());
        AnchorWatch begun = new AnchorWatch(
                rounds, RetryPolicy.standard(), random, round -> screen.execute(() -> last.set(Optional.of(round))));
        watch = Optional.of(begun);
        begun.ask();
    }

    /** Asks now. Can be called from any thread. */
    public void ask() {
        screen.execute(() -> watch.ifPresent(AnchorWatch::ask));
    }

    ReadOnlyObjectProperty<Optional<AnchorRound>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Ends the asking. */
    @Override
    public void close() {
        watch.ifPresent(AnchorWatch::close);
        watch = Optional.empty();
    }
}
