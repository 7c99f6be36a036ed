package org.trialseal.app.ui.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.input.Defines;
import org.trialseal.app.work.input.InputPlans;
import org.trialseal.app.work.input.InputWishes;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.PlanFact;

/** One file: read, understood, read again when somebody mends how. */
public final class InputModel {
    private final Path file;
    private final Jobs jobs;
    private final InputPlans plans;
    private final Supplier<List<Path>> beside;
    private final Function<Exception, Trouble> explanation;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Reading());
    private InputWishes wishes = InputWishes.NONE;
    private List<Path> seen = List.of();
    private @Nullable Job job;

    /** What is known of the file. */
    sealed interface State {}

    /** It is being read. */
    record Reading() implements State {}

    /** It was understood. */
    record Understood(PlannedInput plan) implements State {}

    /**
     * It cannot be read so.
     *
     * @param importer who refused it
     * @param options what was asked for
     */
    record Refused(Trouble trouble, Optional<String> importer, Map<String, String> options) implements State {}

    /** @param beside all files that are to be sealed by their records; those that describe data describe this one */
    InputModel(
            Path file,
            Jobs jobs,
            InputPlans plans,
            Supplier<List<Path>> beside,
            Function<Exception, Trouble> explanation) {
        this.file = file;
        this.jobs = jobs;
        this.plans = plans;
        this.beside = beside;
        this.explanation = explanation;
    }

    Path file() {
        return file;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it is to be sealed by its bytes only. */
    boolean isDocument() {
        return wishes.document();
    }

    /** Reads it by its records, or only by its bytes. */
    void asDocument(boolean document) {
        plan(wishes.asDocument(document));
    }

    /** Reads it with an option of its importer. */
    void option(String name, String value) {
        plan(wishes.with(name, value));
    }

    /** Reads one of its tables with this grouping. */
    void table(String name, InputWishes.Table table) {
        plan(wishes.with(name, table));
    }

    /** Reads it with nothing asked for. */
    void begin() {
        plan(InputWishes.NONE);
    }

    /** Whether it says what other files hold. */
    boolean isDescribing() {
        return state.get() instanceof Understood understood
                && (understood.plan().importer().equals(Optional.of(Defines.ID))
                        || understood.plan().facts().stream()
                                .anyMatch(fact -> fact.code() == PlanFact.REDCAP_DICTIONARY));
    }

    /** Reads it again as it was wanted, when it was read without a file that describes data, or with one that is gone. */
    void describedBy(Path describing, boolean present) {
        if (!wishes.document() && !isDescribing() && seen.contains(describing) != present) {
            plan(wishes);
        }
    }

    private void plan(InputWishes wanted) {
        close();
        wishes = wanted;
        List<Path> around = beside.get();
        seen = around;
        state.set(new Reading());
        job = jobs.of(meter -> read(wanted, around))
                .then(state::set)
                .otherwise(failure -> state.set(new Refused(explanation.apply(failure), Optional.empty(), Map.of())))
                .start();
    }

    private State read(InputWishes wanted, List<Path> around) throws IOException, RefusedException {
        try {
            return new Understood(plans.plan(file, wanted, around));
        } catch (MalformedException e) {
            return new Refused(explanation.apply(e), plans.importer(file), wanted.options());
        }
    }

    /** Stops reading. */
    void close() {
        if (job != null) {
            job.cancel();
        }
    }
}
