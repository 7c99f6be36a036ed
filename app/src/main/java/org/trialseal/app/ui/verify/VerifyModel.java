package org.trialseal.app.ui.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.story.Story;
import org.trialseal.app.story.Storyteller;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.paper.CertificateDesk;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.app.work.verify.Examiner;
import org.trialseal.app.work.verify.Examiner.Question;

/** One file at a time: asked for, examined, told. */
public final class VerifyModel {
    private static final List<String> PATTERNS = List.of("*.trialseal", "*.ots");

    private final Jobs jobs;
    private final Examiner examiner;
    private final FileChoice files;
    private final Navigator navigator;
    private final CertificateDesk paper;
    private final Words words;
    private final Function<Exception, Trouble> explanation;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Empty());
    private @Nullable Job job;
    private @Nullable Question question;

    /** What the screen shows. */
    sealed interface Stage {}

    /** No file yet. */
    record Empty() implements Stage {}

    /** A file is being examined. */
    record Working(Path file) implements Stage {}

    /** A file was examined. */
    record Told(Path file, Examination examination, Story story, boolean practiceAccepted) implements Stage {}

    /** A file could not be examined. */
    record Failed(Path file, Trouble trouble) implements Stage {}

    /** @param explanation tells of a failure in words */
    public VerifyModel(
            Jobs jobs,
            Examiner examiner,
            FileChoice files,
            Navigator navigator,
            CertificateDesk paper,
            Words words,
            Function<Exception, Trouble> explanation) {
        this.jobs = jobs;
        this.examiner = examiner;
        this.files = files;
        this.navigator = navigator;
        this.paper = paper;
        this.words = words;
        this.explanation = explanation;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Lets choose a file and examines it. */
    void choose() {
        files.open(words.of("verify.choose.title"), PATTERNS).ifPresent(this::examine);
    }

    /** Examines a file. */
    void examine(Path file) {
        ask(Question.of(file));
    }

    /** Examines the same file again, with the practice network accepted or not. */
    void acceptPractice(boolean accepted) {
        if (question != null) {
            ask(new Question(question.file(), question.about(), accepted));
        }
    }

    /** Lets choose the file that a timestamp is about, and examines again. */
    void chooseOriginal() {
        if (question != null) {
            Question asked = question;
            files.open(words.of("verify.original.title"), List.of())
                    .ifPresent(about -> ask(new Question(asked.file(), Optional.of(about), asked.practice())));
        }
    }

    /** Opens the drawing of the proof. */
    void showPicture() {
        if (question != null) {
            navigator.open(new Route.ProofPicture(question.file()));
        }
    }

    /** Opens the comparison of a later copy with the package. */
    void compare() {
        if (question != null) {
            navigator.open(new Route.Compare(Optional.of(question.file()), List.of()));
        }
    }

    /** Saves the certificate of what was found. */
    void saveCertificate() {
        if (stage.get() instanceof Told told) {
            paper.save(told.examination());
        }
    }

    private void ask(Question next) {
        cancel();
        question = next;
        stage.set(new Working(next.file()));
        job = jobs.of(meter -> examiner.examine(next))
                .then(examination -> tell(next, examination))
                .otherwise(failure -> stage.set(new Failed(next.file(), explanation.apply(failure))))
                .start();
    }

    private void tell(Question asked, Examination examination) {
        stage.set(new Told(
                asked.file(),
                examination,
                new Storyteller(words.language().locale()).tell(examination),
                asked.practice()));
    }

    /** Stops examining. */
    void cancel() {
        if (job != null && job.isOpen()) {
            job.cancel();
            stage.set(new Empty());
        }
    }
}
