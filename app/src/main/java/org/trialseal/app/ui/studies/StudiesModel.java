package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.AnchorWatch.Fault;
import org.trialseal.app.work.AnchorWatch.Round;
import org.trialseal.app.work.KeptStudies;
import org.trialseal.app.work.KeptStudies.Shelf;
import org.trialseal.app.work.SealRegister;

/** The studies that this computer keeps; reads them again when anchors have grown. */
public final class StudiesModel {
    private final Jobs jobs;
    private final KeptStudies studies;
    private final SealRegister register;
    private final FileChoice files;
    private final Notices notices;
    private final Words words;
    private final Function<Exception, String> explanation;
    private final AnchorNews news;
    private final ReadOnlyObjectWrapper<Optional<Shelf>> shelf = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Optional<Round>> whenAsked = (value, before, round) -> read();
    private Optional<Job> reading = Optional.empty();

    /** @param explanation tells of a failure in words */
    public StudiesModel(
            Jobs jobs,
            KeptStudies studies,
            SealRegister register,
            FileChoice files,
            Notices notices,
            Words words,
            Function<Exception, String> explanation,
            AnchorNews news) {
        this.jobs = jobs;
        this.studies = studies;
        this.register = register;
        this.files = files;
        this.notices = notices;
        this.words = words;
        this.explanation = explanation;
        this.news = news;
        news.lastProperty().addListener(whenAsked);
    }

    /** What is kept; nothing until it was read. */
    ReadOnlyObjectProperty<Optional<Shelf>> shelfProperty() {
        return shelf.getReadOnlyProperty();
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
                    int found = added.isPresent() ? register.rememberAll(added.get()) : 0;
                    return new Read(studies.read(), found);
                })
                .then(read -> show(read, least))
                .otherwise(failure -> notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(failure))))
                .start());
    }

    private record Read(Shelf shelf, int found) {}

    private void show(Read read, int least) {
        shelf.set(Optional.of(read.shelf()));
        if (read.found() < least) {
            notices.tell(new Notice(Notice.Tone.WARNING, words.of("studies.none-found")));
        }
    }

    /** What failed when calendars were last asked about a folder. */
    List<Fault> faults(Path folder) {
        return news.lastProperty().get().map(Round::faults).orElse(List.of()).stream()
                .filter(fault -> fault.folder().equals(folder))
                .toList();
    }

    /** Ends the reading. */
    void close() {
        news.lastProperty().removeListener(whenAsked);
        reading.ifPresent(Job::cancel);
    }
}
