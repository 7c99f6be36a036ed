package org.trialseal.app.ui.prove;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.ProofOrder;
import org.trialseal.core.prove.ProofPreview;

/** What a package would show, made anew soon after the choice has changed. */
final class PreviewModel {
    /** How it stands. */
    sealed interface State {}

    /** Something is still to be chosen. */
    record Lacking(ProofWish.Lack lack) implements State {}

    /** It is being made. */
    record Working(Job job) implements State {}

    /** It is there, and the package can be made. */
    record Shown(ProofPreview preview, ProofOrder order, long records) implements State {}

    /** No package can be made so. */
    record Refused(Trouble trouble) implements State {}

    private final Jobs jobs;
    private final Function<Exception, Trouble> explanation;
    private final long pause;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new Lacking(ProofWish.Lack.EVERYTHING));
    private Optional<Job> job = Optional.empty();
    private Optional<ProofOrder> asked = Optional.empty();

    /** @param pause how long nothing must change before it is made, in milliseconds */
    PreviewModel(Jobs jobs, Function<Exception, Trouble> explanation, long pause) {
        this.jobs = jobs;
        this.explanation = explanation;
        this.pause = pause;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Shows that something is missing. */
    void lacks(ProofWish.Lack lack) {
        stop();
        state.set(new Lacking(lack));
    }

    /** Shows that it cannot be made. */
    void refuse(Trouble trouble) {
        stop();
        state.set(new Refused(trouble));
    }

    /** Makes it. */
    void ask(OpenedSeal seal, ProofOrder order, long records) {
        if (asked.equals(Optional.of(order))) {
            return;
        }
        stop();
        asked = Optional.of(order);
        Job started = jobs.of(meter -> {
                    Thread.sleep(pause);
                    meter.total(records);
                    return seal.preview(order, meter::done);
                })
                .then(preview -> state.set(new Shown(preview, order, records)))
                .otherwise(failure -> state.set(new Refused(explanation.apply(failure))))
                .start();
        job = Optional.of(started);
        if (started.isOpen()) {
            state.set(new Working(started));
        }
    }

    /** Ends the making. */
    void stop() {
        asked = Optional.empty();
        job.ifPresent(Job::cancel);
        job = Optional.empty();
    }
}
