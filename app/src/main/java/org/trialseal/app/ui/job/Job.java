package org.trialseal.app.ui.job;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Work that was started. Its properties change on the interface thread only, and its methods belong there too. */
public final class Job {
    /** How a job stands. */
    public enum State {
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.START);
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();
    private final Meter meter;
    private @Nullable FutureTask<?> task;

    Job(java.util.concurrent.Executor screen) {
        meter = new Meter(next -> {
            // One message at a time waits for the interface thread, however often the meter is read.
            if (latest.getAndSet(next) == null) {
                screen.execute(this::show);
            }
        });
    }

    private void show() {
        @Nullable Reading next = latest.getAndSet(null);
        if (next != null) {
            reading.set(next);
        }
    }

    Meter meter() {
        return meter;
    }

    void runs(FutureTask<?> started) {
        task = started;
    }

    void ended(State end) {
        state.set(end);
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return state.get() == State.RUNNING || state.get() == State.PAUSED;
    }

    /** Ends it; nobody hears of its result. Does nothing when it has ended. */
    public void cancel() {
        if (isOpen()) {
            state.set(State.CANCELLED);
            if (task != null) {
                task.cancel(true);
            }
            meter.resume();
        }
    }

    /** Holds it at the next unit of work. */
    public void pause() {
        if (state.get() == State.RUNNING) {
            meter.pause();
            state.set(State.PAUSED);
        }
    }

    /** Lets it go on. */
    public void resume() {
        if (state.get() == State.PAUSED) {
            state.set(State.RUNNING);
            meter.resume();
        }
    }
}
