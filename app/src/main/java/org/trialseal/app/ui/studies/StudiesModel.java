package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.anchor.AnchorFault;
import org.trialseal.app.work.anchor.AnchorRound;
import org.trialseal.app.work.study.KeptStudies.Shelf;
import org.trialseal.core.anchor.CalendarReport;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.StampResult;

/** The studies that this computer keeps; reads them again when anchors have grown. */
public final class StudiesModel {
    private final Jobs jobs;
    private final StudiesWork work;
    private final FileChoice files;
    private final Navigator navigator;
    private final Notices notices;
    private final Words words;
    private final Function<Exception, String> explanation;
    private final Anchors anchors;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Path>> stamping = new ReadOnlyObjectWrapper<>(Set.of());
    private final ChangeListener<Optional<AnchorRound>> whenAsked = (value, before, round) -> read();
    private Optional<Job> reading = Optional.empty();

    /**
     * What there is to be seen.
     *
     * @param shelf what is kept
     * @param round what last came of asking for anchors
     */
    record Shown(Shelf shelf, Optional<AnchorRound> round) {
        /** What keeps a seal's anchor from going on, as far as was found when it was last asked for. */
        List<AnchorFault> faults(Path folder) {
            return round.map(AnchorRound::faults).orElse(List.of()).stream()
                    .filter(fault -> fault.folder().equals(folder))
                    .toList();
        }
    }

    /** @param explanation tells of a failure in words */
    public StudiesModel(
            Jobs jobs,
            StudiesWork work,
            FileChoice files,
            Navigator navigator,
            Notices notices,
            Words words,
            Function<Exception, String> explanation,
            Anchors anchors) {
        this.jobs = jobs;
        this.work = work;
        this.files = files;
        this.navigator = navigator;
        this.notices = notices;
        this.words = words;
        this.explanation = explanation;
        this.anchors = anchors;
        anchors.lastProperty().addListener(whenAsked);
    }

    /** What there is to be seen; nothing until it was read. */
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The folders of the seals that are being handed to calendars. */
    ReadOnlyObjectProperty<Set<Path>> stampingProperty() {
        return stamping.getReadOnlyProperty();
    }

    /** Reads the folders. */
    void read() {
        run(0, Optional.empty());
    }

    /** Lets choose an evidence folder, or a folder of such, and keeps it. */
    void add() {
        files.folder(words.of("studies.add")).ifPresent(this::add);
    }

    /** Keeps an evidence folder, or all that lie in a folder. */
    void add(Path place) {
        run(1, Optional.of(place));
    }

    private void run(int least, Optional<Path> added) {
        reading.ifPresent(Job::cancel);
        reading = Optional.of(jobs.of(meter -> {
                    int found = added.isPresent() ? work.remember(added.get()) : 0;
                    return new Read(work.read(), found);
                })
                .then(read -> show(read, least))
                .otherwise(this::tell)
                .start());
    }

    private record Read(Shelf shelf, int found) {}

    private void show(Read read, int least) {
        shown.set(Optional.of(new Shown(read.shelf(), anchors.lastProperty().get())));
        if (read.found() < least) {
            notices.tell(new Notice(Notice.Tone.WARNING, words.of("studies.none-found")));
        } else if (read.found() > 0) {
            anchors.ask();
        }
    }

    /** Hands a seal to all calendars once more; what they promised before stays. */
    void anchorAgain(Path folder) {
        if (stamping.get().contains(folder)) {
            return;
        }
        change(folder, true);
        jobs.of(meter -> work.stamp(folder))
                .then(result -> {
                    change(folder, false);
                    notices.tell(said(result));
                    anchors.ask();
                    read();
                })
                .otherwise(failure -> {
                    change(folder, false);
                    tell(failure);
                })
                .start();
    }

    private void change(Path folder, boolean begins) {
        Set<Path> next = new TreeSet<>(stamping.get());
        if (begins) {
            next.add(folder);
        } else {
            next.remove(folder);
        }
        stamping.set(Set.copyOf(next));
    }

    private Notice said(StampResult result) {
        String failed = failed(result);
        switch (result.status()) {
            case STAMPED:
                return new Notice(
                        failed.isEmpty() ? Notice.Tone.SUCCESS : Notice.Tone.WARNING,
                        words.count("studies.stamped", result.operators()) + failed);
            case BELOW_QUORUM:
                return new Notice(
                        Notice.Tone.WARNING,
                        words.of("studies.stamped-few", result.operators(), result.required()) + failed);
            default:
                return new Notice(Notice.Tone.WARNING, words.of("studies.stamped-none") + failed);
        }
    }

    /** A sentence for each calendar that promised nothing. */
    private String failed(StampResult result) {
        StringBuilder sentences = new StringBuilder();
        for (CalendarReport calendar : result.calendars()) {
            if (calendar.answer() instanceof Failed failed) {
                String why = words.of(SealHelp.key(failed.cause()));
                sentences.append(' ').append(words.of("studies.stamp-failed", Safe.text(calendar.uri()), why));
            }
        }
        return sentences.toString();
    }

    private void tell(Exception failure) {
        notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(failure)));
    }

    /** Opens the settings, where servers of block headers are named. */
    void settings() {
        navigator.open(new Route.Settings());
    }

    /** Ends the reading. What is being handed to calendars goes on. */
    void close() {
        anchors.lastProperty().removeListener(whenAsked);
        reading.ifPresent(Job::cancel);
    }
}
