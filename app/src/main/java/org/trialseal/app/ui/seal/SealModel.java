package org.trialseal.app.ui.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.paper.CertificateDesk;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.input.InputPlans;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealItem;

/** From files to a seal: understood, named, sealed, anchored. */
public final class SealModel {
    private final Jobs jobs;
    private final SealWork work;
    private final InputPlans plans;
    private final FileChoice files;
    private final Navigator navigator;
    private final CertificateDesk paper;
    private final Words words;
    private final Function<Exception, Trouble> explanation;
    private final ObservableList<InputModel> inputs = FXCollections.observableArrayList();
    private final Set<InputModel> describing = new HashSet<>();
    private final ObservableList<SealRegister.Known> previous = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Empty());
    private final ReadOnlyObjectWrapper<Anchored> anchored = new ReadOnlyObjectWrapper<>(new NotWanted());
    private final SealForm form = new SealForm();
    private @Nullable Job job;
    private @Nullable SealRun run;

    /** What the screen shows. */
    sealed interface Stage {}

    /** No file yet. */
    record Empty() implements Stage {}

    /**
     * Files are there, and it is being said what they are.
     *
     * @param trouble why the sealing that was tried before did not succeed
     * @param stopped whether sealing was stopped
     */
    record Preparing(Optional<Trouble> trouble, boolean stopped) implements Stage {}

    /** It is being sealed. */
    record Sealing(Job job, long records) implements Stage {}

    /** Sealing was stopped and is clearing up. */
    record Stopping() implements Stage {}

    /** There is a seal. */
    record Sealed(EvidenceFolder folder, Path path) implements Stage {}

    /** How the anchoring of the finished seal stands. */
    sealed interface Anchored {}

    /** Nobody is asked. */
    record NotWanted() implements Anchored {}

    /** Calendars are being asked. */
    record Asking() implements Anchored {}

    /** They answered, or did not. */
    record Answered(StampResult result) implements Anchored {}

    /** It could not be tried. */
    record AnchorFailed(Trouble trouble) implements Anchored {}

    /** @param explanation tells of a failure in words */
    public SealModel(
            Jobs jobs,
            SealWork work,
            InputPlans plans,
            FileChoice files,
            Navigator navigator,
            CertificateDesk paper,
            Words words,
            Function<Exception, Trouble> explanation) {
        this.jobs = jobs;
        this.work = work;
        this.plans = plans;
        this.files = files;
        this.navigator = navigator;
        this.paper = paper;
        this.words = words;
        this.explanation = explanation;
        jobs.of(meter -> work.previous()).then(previous::setAll).start();
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Anchored> anchoredProperty() {
        return anchored.getReadOnlyProperty();
    }

    ObservableList<InputModel> inputs() {
        return inputs;
    }

    /** The seals that this one can follow. */
    ObservableList<SealRegister.Known> previous() {
        return previous;
    }

    SealForm form() {
        return form;
    }

    /** Lets choose files. */
    void choose() {
        add(files.openSeveral(words.of("seal.choose.title")));
    }

    /** Lets choose the folder in which the evidence folder is made. */
    void chooseFolder() {
        files.folder(words.of("seal.folder.title")).ifPresent(form::placeIn);
    }

    /** Adds files that are not there yet. */
    void add(List<Path> more) {
        List<InputModel> added = new ArrayList<>();
        for (Path file : more) {
            if (inputs.stream().noneMatch(input -> input.file().equals(file))) {
                InputModel input = new InputModel(file, jobs, plans, this::readable, explanation);
                input.stateProperty().addListener((value, before, state) -> tellOthers(input));
                inputs.add(input);
                added.add(input);
                Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(form::suggestIn);
            }
        }
        added.forEach(InputModel::begin);
        if (!inputs.isEmpty() && stage.get() instanceof Empty) {
            stage.set(new Preparing(Optional.empty(), false));
        }
    }

    private List<Path> readable() {
        return inputs.stream()
                .filter(input -> !input.isDocument())
                .map(InputModel::file)
                .toList();
    }

    /** A file that turns out to describe data, or no longer does, changes how the others are understood. */
    private void tellOthers(InputModel changed) {
        boolean present = changed.isDescribing() && inputs.contains(changed);
        boolean known = changed.stateProperty().get() instanceof InputModel.Understood || !inputs.contains(changed);
        if (known && (present ? describing.add(changed) : describing.remove(changed))) {
            inputs.stream()
                    .filter(input -> input != changed)
                    .forEach(input -> input.describedBy(changed.file(), present));
        }
    }

    /** Takes a file away. */
    void remove(InputModel input) {
        input.close();
        inputs.remove(input);
        tellOthers(input);
        if (inputs.isEmpty()) {
            stage.set(new Empty());
        }
    }

    /** What is to be sealed; empty while a file is not understood. */
    Optional<List<SealItem>> items() {
        List<SealItem> items = new ArrayList<>();
        for (InputModel input : inputs) {
            if (!(input.stateProperty().get() instanceof InputModel.Understood understood)) {
                return Optional.empty();
            }
            items.add(understood.plan().item());
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    /** Seals, when nothing is lacking. */
    void seal() {
        Optional<List<SealItem>> items = items();
        if (items.isEmpty() || !form.lacks().isEmpty() || !(stage.get() instanceof Preparing)) {
            return;
        }
        SealRun next = new SealRun(work, form.order(items.get()));
        byte[] typed = form.passphrase.get().getBytes(StandardCharsets.UTF_8);
        run = next;
        Job started = jobs.of(meter -> next.run(typed, meter))
                .then(folder -> sealed(folder, next.order()))
                .otherwise(failure -> stage.set(new Preparing(Optional.of(explanation.apply(failure)), false)))
                .start();
        job = started;
        if (started.isOpen()) {
            stage.set(new Sealing(started, next.records()));
        }
    }

    private void sealed(EvidenceFolder folder, SealOrder order) {
        form.forgetPassphrase();
        anchored.set(order.online() ? new Asking() : new NotWanted());
        stage.set(new Sealed(folder, order.out()));
        if (order.online()) {
            job = jobs.of(meter -> work.stamp(folder))
                    .then(result -> anchored.set(new Answered(result)))
                    .otherwise(failure -> anchored.set(new AnchorFailed(explanation.apply(failure))))
                    .start();
        }
    }

    /** Holds the sealing, or lets it go on. */
    void pauseOrResume() {
        if (job != null && job.stateProperty().get() == Job.State.PAUSED) {
            job.resume();
        } else if (job != null) {
            job.pause();
        }
    }

    /** Stops the sealing. It may have just been finished: then there is a seal after all. */
    void stop() {
        SealRun stopped = run;
        if (job == null || stopped == null || !(stage.get() instanceof Sealing)) {
            return;
        }
        job.cancel();
        stage.set(new Stopping());
        jobs.of(meter -> stopped.awaitEnd())
                .then(whole -> whole.ifPresentOrElse(
                        folder -> sealed(folder, stopped.order()),
                        () -> stage.set(new Preparing(Optional.empty(), true))))
                .otherwise(failure -> stage.set(new Preparing(Optional.of(explanation.apply(failure)), true)))
                .start();
    }

    /** Compares the files with a seal instead. */
    void compareInstead() {
        List<Path> later = inputs.stream().map(InputModel::file).toList();
        navigator.open(new Route.Compare(Optional.empty(), later));
    }

    /** Begins another seal. */
    void startOver() {
        navigator.open(new Route.Seal(List.of()));
    }

    /** Opens the making of a package from this seal. */
    void prove() {
        if (stage.get() instanceof Sealed sealed) {
            navigator.open(new Route.Prove(sealed.path()));
        }
    }

    /** Shows where the evidence folder lies. */
    void showFolder() {
        if (stage.get() instanceof Sealed sealed) {
            navigator.showFolder(sealed.path());
        }
    }

    /** Saves the certificate of the seal, as its anchor stands now. */
    void saveCertificate() {
        if (stage.get() instanceof Sealed sealed) {
            paper.saveSeal(sealed.path());
        }
    }

    /** Opens the studies. */
    void studies() {
        navigator.open(new Route.Studies());
    }

    /** Ends what runs. */
    void close() {
        inputs.forEach(InputModel::close);
        if (job != null) {
            job.cancel();
        }
        form.forgetPassphrase();
    }
}
