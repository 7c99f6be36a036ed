package org.trialseal.app.ui.prove;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.SealedPart;
import org.trialseal.core.prove.SubjectCensus;

/** The counting of subjects, which goes on while other things can be chosen already. */
final class CensusModel {
    /** How it stands. */
    sealed interface State {}

    /** Nothing at hand has subjects. */
    record Nobody() implements State {}

    /** They are being counted. */
    record Counting(Job job) implements State {}

    /** They are known. */
    record Known(int subjects) implements State {}

    /** They could not be read. */
    record Failed(Trouble trouble) implements State {}

    private final Jobs jobs;
    private final Function<Exception, Trouble> explanation;
    private final SubjectsModel subjects;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nobody());
    private Optional<Job> job = Optional.empty();

    CensusModel(Jobs jobs, Function<Exception, Trouble> explanation, SubjectsModel subjects) {
        this.jobs = jobs;
        this.explanation = explanation;
        this.subjects = subjects;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Counts those of a seal. */
    void count(OpenedSeal seal, List<SealedPart> parts) {
        List<SealedPart> asked = parts.stream()
                .filter(part -> part.atHand() && part.subject().isPresent())
                .toList();
        if (asked.isEmpty()) {
            subjects.know(SubjectCensus.empty());
            state.set(new Nobody());
            return;
        }
        long records = asked.stream().mapToLong(SealedPart::records).sum();
        Job started = jobs.of(meter -> {
                    meter.total(records);
                    return seal.census(meter::done);
                })
                .then(this::know)
                .otherwise(failure -> state.set(new Failed(explanation.apply(failure))))
                .start();
        job = Optional.of(started);
        if (started.isOpen()) {
            state.set(new Counting(started));
        }
    }

    private void know(SubjectCensus census) {
        subjects.know(census);
        state.set(new Known(census.size()));
    }

    /** Ends the counting. */
    void close() {
        job.ifPresent(Job::cancel);
    }
}
