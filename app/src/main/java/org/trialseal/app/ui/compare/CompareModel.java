package org.trialseal.app.ui.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.compare.CompareForm.Lack;
import org.trialseal.app.ui.compare.CompareForm.SealedSide;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.file.FileKind;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.compare.Compared;
import org.trialseal.app.work.compare.ComparisonExport;
import org.trialseal.app.work.compare.Differences;
import org.trialseal.app.work.compare.SealComparing;

/** One comparison at a time: asked for, made, told, exported. */
public final class CompareModel {
    private static final List<String> PACKAGES = List.of("*.trialseal");

    private final Jobs jobs;
    private final SealComparing comparing;
    private final FileChoice files;
    private final Navigator navigator;
    private final Words words;
    private final Function<Exception, Trouble> explanation;
    private final CompareForm form = new CompareForm();
    private final ObservableList<SealRegister.Known> kept = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Asking(Optional.empty(), false));
    private final ReadOnlyObjectWrapper<Exported> exported = new ReadOnlyObjectWrapper<>(new NotExported());
    private @Nullable CompareRun run;
    private @Nullable Job job;
    private @Nullable Job exporting;
    private boolean atOnce;

    /** What the screen shows. */
    sealed interface Stage {}

    /**
     * What to compare is asked.
     *
     * @param trouble why the last comparison did not come to an end
     * @param stopped whether it was stopped
     */
    record Asking(Optional<Trouble> trouble, boolean stopped) implements Stage {}

    /** A comparison is made. */
    record Comparing(Job job) implements Stage {}

    /**
     * A comparison was made.
     *
     * @param differences all of them, for an export
     */
    record Told(Compared compared, CompareStory story, TableModel table, Differences differences) implements Stage {}

    /** What became of an export. */
    sealed interface Exported {}

    /** None was asked for. */
    record NotExported() implements Exported {}

    /** It is being written. */
    record Exporting(Job job) implements Exported {}

    /** It was written. */
    record Written(Path file) implements Exported {}

    /** It was not written. */
    record NotWritten(Trouble trouble) implements Exported {}

    /**
     * @param register knows the seals of this computer
     * @param explanation tells of a failure in words
     */
    public CompareModel(
            Jobs jobs,
            SealComparing comparing,
            SealRegister register,
            FileChoice files,
            Navigator navigator,
            Words words,
            Function<Exception, Trouble> explanation) {
        this.jobs = jobs;
        this.comparing = comparing;
        this.files = files;
        this.navigator = navigator;
        this.words = words;
        this.explanation = explanation;
        jobs.of(meter -> register.all()).then(kept::setAll).start();
    }

    CompareForm form() {
        return form;
    }

    /** The seals that this computer keeps, the newest first. */
    ObservableList<SealRegister.Known> kept() {
        return kept;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Exported> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** Begins with what is known; a package and files are compared at once, since nothing has to be asked. */
    void begin(Optional<Path> seal, List<Path> later) {
        form.addLater(later);
        atOnce = !later.isEmpty();
        seal.ifPresent(this::useSeal);
    }

    /** Lets choose a package as the sealed side. */
    void choosePackage() {
        files.open(words.of("compare.package.title"), PACKAGES).ifPresent(this::useSeal);
    }

    /** Lets choose an evidence folder as the sealed side. */
    void chooseFolder() {
        files.folder(words.of("compare.folder.title")).ifPresent(this::useSeal);
    }

    /** Lets choose later files. */
    void chooseLater() {
        List<Path> chosen = files.openSeveral(words.of("compare.later.title"));
        sort(chosen, dropped -> {
            form.addLater(dropped.data());
            form.addLater(dropped.packages());
            form.misplaced.set(dropped.folders().stream().findFirst());
        });
    }

    /** Lets choose the data as they were sealed. */
    void chooseData() {
        form.addData(files.openSeveral(words.of("compare.data.title")));
    }

    /** Takes an evidence folder or a package as the sealed side. */
    void useSeal(Path path) {
        form.misplaced.set(Optional.empty());
        jobs.of(meter -> new SealedSide(path, comparing.statement(path)))
                .then(side -> {
                    form.sealed.set(Optional.of(side));
                    if (atOnce && form.lack().isEmpty()) {
                        compare();
                    }
                    atOnce = false;
                })
                .otherwise(failure -> ask(Optional.of(explain(failure)), false))
                .start();
    }

    private void ask(Optional<Trouble> trouble, boolean stopped) {
        stage.set(new Asking(trouble, stopped));
    }

    /**
     * Takes files that were dropped, while files are asked for: a package or an evidence folder is the sealed side when
     * there is none yet; when there is one, a folder is misplaced. All else is the later copy.
     *
     * @return whether they were taken
     */
    boolean take(List<Path> dropped) {
        if (!(stage.get() instanceof Asking)) {
            return false;
        }
        sort(dropped, this::take);
        return true;
    }

    private void sort(List<Path> given, Consumer<Dropped> taker) {
        jobs.of(meter -> sorted(given))
                .then(taker)
                .otherwise(failure -> ask(Optional.of(explain(failure)), false))
                .start();
    }

    /**
     * Files that were given, by what they can be.
     *
     * @param packages either side
     * @param folders the sealed side only
     * @param data the later copy only
     */
    private record Dropped(List<Path> packages, List<Path> folders, List<Path> data) {
        List<Path> seals() {
            return Stream.concat(folders.stream(), packages.stream()).toList();
        }
    }

    private static Dropped sorted(List<Path> dropped) throws IOException {
        List<Path> packages = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        List<Path> data = new ArrayList<>();
        for (Path path : dropped) {
            FileKind kind = FileKind.of(path);
            (kind == FileKind.PACKAGE ? packages : kind == FileKind.EVIDENCE ? folders : data).add(path);
        }
        return new Dropped(packages, folders, FileKind.files(data));
    }

    private void take(Dropped dropped) {
        form.addLater(dropped.data());
        Optional<Path> seal =
                form.sealed.get().isEmpty() ? dropped.seals().stream().findFirst() : Optional.empty();
        form.addLater(dropped.packages().stream()
                .filter(path -> !seal.equals(Optional.of(path)))
                .toList());
        seal.ifPresent(this::useSeal);
        form.misplaced.set(dropped.folders().stream()
                .filter(path -> !seal.equals(Optional.of(path)))
                .findFirst());
    }

    /** Takes as the sealed side what was given for a later copy. */
    void useMisplaced() {
        form.misplaced.get().ifPresent(this::useSeal);
    }

    /** Compares, when nothing is lacking. */
    void compare() {
        Optional<Lack> lack = form.lack();
        if (lack.isPresent() || !(stage.get() instanceof Asking || stage.get() instanceof Told)) {
            return;
        }
        forget();
        CompareRun next = new CompareRun(comparing, form.order());
        byte[] typed = form.passphrase.get().getBytes(StandardCharsets.UTF_8);
        run = next;
        Job started = jobs.of(meter -> next.run(typed, meter))
                .then(this::tell)
                .otherwise(failure -> ask(Optional.of(explain(failure)), false))
                .start();
        job = started;
        if (started.isOpen()) {
            stage.set(new Comparing(started));
        }
    }

    private void tell(CompareRun.Outcome outcome) {
        form.forgetPassphrase();
        exported.set(new NotExported());
        TableModel table =
                new TableModel(jobs, outcome.lines(), failure -> exported.set(new NotWritten(explain(failure))));
        CompareStory story = new CompareTeller(words).tell(outcome.compared());
        stage.set(new Told(outcome.compared(), story, table, outcome.differences()));
    }

    private Trouble explain(Exception failure) {
        if (failure instanceof RefusedException refused && refused.kind() == RefusedException.Kind.NO_STORE) {
            return new Trouble(
                    words.of("compare.trouble.store.title"),
                    words.of("compare.trouble.store.advice"),
                    words.say(refused.phrase()));
        }
        if (failure instanceof RefusedException refused && refused.kind() == RefusedException.Kind.NO_INPUT) {
            return new Trouble(
                    words.of("compare.trouble.gone.title"),
                    words.of("compare.trouble.gone.advice"),
                    words.say(refused.phrase()));
        }
        return explanation.apply(failure);
    }

    /** Holds the comparison, or lets it go on. */
    void pauseOrResume() {
        if (job != null && job.stateProperty().get() == Job.State.PAUSED) {
            job.resume();
        } else if (job != null) {
            job.pause();
        }
    }

    /** Stops comparing; nothing is kept of it. */
    void stop() {
        if (job != null && stage.get() instanceof Comparing) {
            job.cancel();
            forget();
            ask(Optional.empty(), true);
        }
    }

    /** Asks again, with the same answers. */
    void askAgain() {
        if (stage.get() instanceof Told) {
            forget();
            ask(Optional.empty(), false);
        }
    }

    /** Accepts the practice network, or no more, and compares again. */
    void acceptPractice(boolean accepted) {
        form.practice.set(accepted);
        compare();
    }

    /** Lets choose where all differences are written, and writes them. */
    void export() {
        if (stage.get() instanceof Told told) {
            String name = words.of("compare.export.name") + ".csv";
            files.save(words.of("compare.export.title"), name)
                    .map(ComparisonExport::named)
                    .ifPresent(file -> write(told, file));
        }
    }

    private void write(Told told, Path file) {
        if (exporting != null) {
            exporting.cancel();
        }
        Job started = jobs.of(meter -> {
                    ComparisonExport.write(file, told.compared(), told.differences());
                    return file;
                })
                .then(written -> exported.set(new Written(written)))
                .otherwise(failure -> exported.set(new NotWritten(explain(failure))))
                .start();
        exporting = started;
        if (started.isOpen()) {
            exported.set(new Exporting(started));
        }
    }

    /** Shows where the export lies. */
    void showFolder() {
        if (exported.get() instanceof Written written) {
            navigator.showFolder(written.file());
        }
    }

    /** Stops the export; no file is left. */
    void stopExport() {
        if (exporting != null && exporting.isOpen()) {
            exporting.cancel();
            exported.set(new NotExported());
        }
    }

    /** Seals the later files instead. */
    void sealInstead() {
        navigator.open(new Route.Seal(List.copyOf(form.later)));
    }

    /** Opens the verification of the package. */
    void verify() {
        form.sealed.get().ifPresent(side -> navigator.open(new Route.Verify(Optional.of(side.path()))));
    }

    private void forget() {
        if (stage.get() instanceof Told told) {
            told.table().close();
        }
        if (exporting != null) {
            exporting.cancel();
        }
        if (run != null) {
            run.close();
        }
    }

    /** Ends what runs and deletes temporary files. */
    void close() {
        if (job != null) {
            job.cancel();
        }
        forget();
        form.forgetPassphrase();
    }
}
