package org.trialseal.app.ui.prove;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.Proving;
import org.trialseal.app.work.prove.Proving.SealAtHand;
import org.trialseal.app.work.prove.SealedPart;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.prove.ProofPreview;
import org.trialseal.core.prove.Prover;

/** From a seal to a package: unlocked, chosen, seen before it is written, saved. */
public final class ProveModel {
    /** How long nothing must change before a preview is made, in milliseconds. */
    public static final long PAUSE = 250;

    private static final String SUFFIX = ".trialseal";

    /** What all screens of a seal work with. */
    public record Services(
            Jobs jobs,
            Proving proving,
            FileChoice files,
            Navigator navigator,
            Words words,
            Function<Exception, Trouble> explanation) {}

    /** What the screen shows. */
    sealed interface Stage {}

    /** The folder is being read. */
    record Looking() implements Stage {}

    /** There is nothing to be made from it. */
    record Unusable(Trouble trouble) implements Stage {}

    /**
     * The passphrase is asked for.
     *
     * @param trouble why the one before was not taken
     * @param working whether it is being tried
     */
    record Locked(SealAtHand seal, Optional<Trouble> trouble, boolean working) implements Stage {}

    /**
     * It is being chosen what to show.
     *
     * @param trouble why the package that was tried before was not made
     * @param stopped whether its making was stopped
     */
    record Choosing(SealAtHand seal, List<PartModel> parts, Optional<Trouble> trouble, boolean stopped)
            implements Stage {}

    /** A package is being written. */
    record Saving(Job job, Path out) implements Stage {}

    /** The writing was stopped and is clearing up. */
    record Stopping() implements Stage {}

    /** There is a package. */
    record Saved(SealAtHand seal, Path out, long length, ProofPreview preview) implements Stage {}

    private final Services services;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Looking());
    private final SubjectsModel subjects = new SubjectsModel();
    private final PreviewModel preview;
    private final CensusModel census;
    final StringProperty passphrase = new SimpleStringProperty("");
    private List<PartModel> parts = List.of();
    private Optional<SealAtHand> atHand = Optional.empty();
    private Optional<OpenedSeal> opened = Optional.empty();
    private @Nullable Job job;
    private @Nullable ProofRun run;
    private boolean closed;

    /**
     * The making of packages from a seal.
     *
     * @param folder its evidence folder
     * @param pause how long nothing must change before a preview is made, in milliseconds
     */
    public ProveModel(Services services, Path folder, long pause) {
        this.services = services;
        preview = new PreviewModel(services.jobs(), services.explanation(), pause);
        census = new CensusModel(services.jobs(), services.explanation(), subjects);
        subjects.chosen().addListener((Observable changed) -> changed());
        job = services.jobs()
                .of(meter -> services.proving().look(folder))
                .then(this::seen)
                .otherwise(failure -> stage.set(new Unusable(explain(failure))))
                .start();
    }

    private Trouble explain(Exception failure) {
        return services.explanation().apply(failure);
    }

    private void seen(SealAtHand seal) {
        atHand = Optional.of(seal);
        stage.set(new Locked(seal, Optional.empty(), false));
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The evidence folder, once it was read. */
    Optional<EvidenceFolder> folder() {
        return atHand.map(SealAtHand::folder);
    }

    SubjectsModel subjects() {
        return subjects;
    }

    PreviewModel preview() {
        return preview;
    }

    CensusModel census() {
        return census;
    }

    /** Tries the passphrase. */
    void unlock() {
        if (!(stage.get() instanceof Locked locked)
                || locked.working()
                || passphrase.get().isEmpty()) {
            return;
        }
        byte[] typed = passphrase.get().getBytes(StandardCharsets.UTF_8);
        passphrase.set("");
        stage.set(new Locked(locked.seal(), Optional.empty(), true));
        job = services.jobs()
                .of(meter -> services.proving()
                        .open(locked.seal().folder(), services.proving().files(List.of()), Passphrase.of(typed)))
                .then(seal -> unlocked(locked.seal(), seal))
                .otherwise(failure -> stage.set(new Locked(locked.seal(), Optional.of(explain(failure)), false)))
                .start();
    }

    private void unlocked(SealAtHand seal, Proving.Opened found) {
        opened = Optional.of(found.seal());
        if (closed) {
            found.seal().close();
            return;
        }
        list(seal, found);
    }

    private void list(SealAtHand seal, Proving.Opened found) {
        parts = found.parts().stream().map(PartModel::new).toList();
        for (PartModel part : parts) {
            part.what.addListener((value, before, now) -> changed());
            part.allFields.addListener((value, before, now) -> changed());
            part.fields.addListener((Observable changed) -> changed());
            part.rows.addListener((value, before, now) -> changed());
            part.conditions.forEach(condition -> {
                condition.column.addListener((value, before, now) -> changed());
                condition.value.addListener((value, before, now) -> changed());
            });
        }
        stage.set(new Choosing(seal, parts, Optional.empty(), false));
        census.count(found.seal(), found.parts());
        changed();
    }

    /** Names of sealed files that are needed and were neither kept nor given. */
    List<String> missing() {
        return parts.stream()
                .map(PartModel::part)
                .filter(part -> !part.atHand())
                .map(SealedPart::source)
                .distinct()
                .toList();
    }

    /** Lets choose the files that were sealed. */
    void giveData() {
        List<Path> given = services.files().openSeveral(services.words().of("prove.data.choose"));
        if (given.isEmpty() || atHand.isEmpty() || opened.isEmpty()) {
            return;
        }
        SealAtHand head = atHand.get();
        OpenedSeal seal = opened.get();
        preview.stop();
        census.close();
        job = services.jobs()
                .of(meter -> services.proving().give(seal, services.proving().files(given)))
                .then(found -> list(head, found))
                .otherwise(failure -> stage.set(new Choosing(head, parts, Optional.of(explain(failure)), false)))
                .start();
    }

    /** Shows everything that is at hand. */
    void everything() {
        parts.stream().filter(part -> part.part().atHand()).forEach(part -> part.what.set(PartModel.What.EVERYTHING));
    }

    private void changed() {
        if (opened.isEmpty()) {
            return;
        }
        ProofWish wish = new ProofWish(parts, subjects.chosen());
        try {
            if (wish.lack().isPresent()) {
                preview.lacks(wish.lack().get());
            } else {
                preview.ask(opened.get(), wish.order(), wish.records());
            }
        } catch (RefusedException e) {
            preview.refuse(explain(e));
        }
    }

    /** Lets choose a file and writes the package there, when the preview stands. */
    void save() {
        if (!(preview.stateProperty().get() instanceof PreviewModel.Shown shown) || opened.isEmpty()) {
            return;
        }
        String title = services.words().of("prove.save.title");
        services.files().save(title, suggestion()).ifPresent(out -> save(opened.get(), shown, named(out)));
    }

    /** A name that says of which seal it is. */
    private String suggestion() {
        return atHand.map(seal -> seal.folder().statement())
                        .map(statement -> statement.study().id().replaceAll("[^A-Za-z0-9._-]+", "-") + "-seal-"
                                + statement.place().seal())
                        .orElse("proof")
                + SUFFIX;
    }

    private static Path named(Path out) {
        String name = String.valueOf(out.getFileName());
        return name.contains(".") ? out : out.resolveSibling(name + SUFFIX);
    }

    private void save(OpenedSeal seal, PreviewModel.Shown shown, Path out) {
        ProofRun next = new ProofRun(seal, shown.order(), out, shown.records());
        run = next;
        Job started = services.jobs()
                .of(next::run)
                .then(result -> saved(next, result))
                .otherwise(failure -> back(Optional.of(explain(failure)), false))
                .start();
        job = started;
        if (started.isOpen()) {
            stage.set(new Saving(started, out));
        }
    }

    private void saved(ProofRun made, Prover.Result result) {
        if (preview.stateProperty().get() instanceof PreviewModel.Shown shown) {
            atHand.ifPresent(seal -> stage.set(new Saved(seal, made.out(), result.length(), shown.preview())));
        }
    }

    private void back(Optional<Trouble> trouble, boolean stopped) {
        atHand.ifPresent(seal -> stage.set(new Choosing(seal, parts, trouble, stopped)));
    }

    /** Holds the writing, or lets it go on. */
    void pauseOrResume() {
        if (job != null && job.stateProperty().get() == Job.State.PAUSED) {
            job.resume();
        } else if (job != null) {
            job.pause();
        }
    }

    /** Stops the writing. It may have just been finished: then there is a package after all. */
    void stop() {
        ProofRun stopped = run;
        if (job == null || stopped == null || !(stage.get() instanceof Saving)) {
            return;
        }
        job.cancel();
        stage.set(new Stopping());
        services.jobs()
                .of(meter -> stopped.awaitEnd())
                .then(whole ->
                        whole.ifPresentOrElse(result -> saved(stopped, result), () -> back(Optional.empty(), true)))
                .otherwise(failure -> back(Optional.of(explain(failure)), true))
                .start();
    }

    /** Returns to the choice, which is as it was. */
    void again() {
        if (stage.get() instanceof Saved) {
            back(Optional.empty(), false);
        }
    }

    /** Verifies the package that was made. */
    void verify() {
        if (stage.get() instanceof Saved saved) {
            services.navigator().open(new Route.Verify(Optional.of(saved.out())));
        }
    }

    /** Shows where the package lies. */
    void showFolder() {
        if (stage.get() instanceof Saved saved) {
            services.navigator().showFolder(saved.out());
        }
    }

    /** Opens the studies. */
    void studies() {
        services.navigator().open(new Route.Studies());
    }

    /** Ends what runs and wipes the passphrase. */
    void close() {
        closed = true;
        passphrase.set("");
        preview.stop();
        census.close();
        if (job != null) {
            job.cancel();
        }
        opened.ifPresent(seal -> services.jobs().of(meter -> wiped(seal)).start());
    }

    private static boolean wiped(OpenedSeal seal) {
        seal.close();
        return true;
    }
}
