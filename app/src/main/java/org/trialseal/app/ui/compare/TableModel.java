package org.trialseal.app.ui.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLines;
import org.trialseal.app.work.compare.LineChoice;
import org.trialseal.app.work.compare.LineChoice.Order;

/** The table of differences: which lines are shown, in which order. Lines are read when they are looked at. */
final class TableModel {
    /** Most lines that are selected and copied at once: the toolkit keeps an object of each and reads it on the interface thread. */
    static final int MOST_SELECTED = 1_000;

    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<Optional<Kind>> kind = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<String>> field = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<String>> dataset = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.PLACE);
    private final ReadOnlyObjectWrapper<ObservableList<ComparisonLine>> shown;
    private final ReadOnlyBooleanWrapper choosing = new ReadOnlyBooleanWrapper();
    private final Jobs jobs;
    private final ComparisonLines lines;
    private final Consumer<Exception> trouble;
    private boolean descending;
    private Optional<Job> job = Optional.empty();

    TableModel(Jobs jobs, ComparisonLines lines, Consumer<Exception> trouble) {
        this.jobs = jobs;
        this.lines = lines;
        this.trouble = trouble;
        this.shown = new ReadOnlyObjectWrapper<>(new Lines(lines, lines.size(), place -> place));
        text.addListener((value, before, now) -> choose());
        kind.addListener((value, before, now) -> choose());
        field.addListener((value, before, now) -> choose());
        dataset.addListener((value, before, now) -> choose());
    }

    /** What is shown. */
    ReadOnlyObjectProperty<ObservableList<ComparisonLine>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether lines are being looked for. */
    ReadOnlyBooleanProperty choosingProperty() {
        return choosing.getReadOnlyProperty();
    }

    /** Number of all lines. */
    int size() {
        return lines.size();
    }

    boolean isCutShort() {
        return lines.isCutShort();
    }

    /** Whether a sealed value is not shown since it was not kept. */
    boolean lacksOld() {
        return lines.lacksOld();
    }

    List<String> fields() {
        return lines.fields();
    }

    List<String> datasets() {
        return lines.datasets();
    }

    List<Kind> kinds() {
        return lines.kinds();
    }

    /** Sorts the lines. */
    void sort(Order wanted, boolean turned) {
        if (order.get() != wanted || descending != turned) {
            order.set(wanted);
            descending = turned;
            choose();
        }
    }

    /** Shows all lines again, in their places. */
    void clear() {
        text.set("");
        kind.set(Optional.empty());
        field.set(Optional.empty());
        dataset.set(Optional.empty());
    }

    boolean isFiltered() {
        return !text.get().isEmpty()
                || kind.get().isPresent()
                || field.get().isPresent()
                || dataset.get().isPresent();
    }

    private void choose() {
        job.ifPresent(Job::cancel);
        LineChoice choice =
                new LineChoice(text.get().strip(), kind.get(), field.get(), dataset.get(), order.get(), descending);
        choosing.set(true);
        job = Optional.of(jobs.of(meter -> lines.choose(choice, meter::done))
                .then(this::show)
                .otherwise(failure -> {
                    choosing.set(false);
                    trouble.accept(failure);
                })
                .start());
    }

    private void show(int[] numbers) {
        choosing.set(false);
        shown.set(new Lines(lines, numbers.length, place -> numbers[place]));
    }

    /** The lines at some places of what is shown, for copying. */
    List<ComparisonLine> at(List<Integer> places) {
        List<ComparisonLine> chosen = new ArrayList<>();
        for (int place : places.subList(0, Math.min(places.size(), MOST_SELECTED))) {
            chosen.add(shown.get().get(place));
        }
        return chosen;
    }

    /** Shows nothing any more, so that the lines may go. */
    void close() {
        job.ifPresent(Job::cancel);
        shown.set(FXCollections.emptyObservableList());
    }

    /** Lines that are read when they are looked at. */
    private static final class Lines extends ObservableListBase<ComparisonLine> {
        private final ComparisonLines lines;
        private final int size;
        private final IntUnaryOperator numbers;

        /** @param numbers the number of the line at each place */
        Lines(ComparisonLines lines, int size, IntUnaryOperator numbers) {
            this.lines = lines;
            this.size = size;
            this.numbers = numbers;
        }

        @Override
        public ComparisonLine get(int index) {
            try {
                return lines.line(numbers.applyAsInt(index));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int size() {
            return size;
        }

        /** Only itself: properties compare what they are set to with what they held, which would read every line. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
