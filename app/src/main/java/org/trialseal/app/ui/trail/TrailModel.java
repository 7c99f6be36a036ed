package org.trialseal.app.ui.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.trail.ProofTrail;
import org.trialseal.app.work.trail.Trails;

/** Reads a package's trail, draws it, and saves or prints the drawing. */
public final class TrailModel {
    private final Jobs jobs;
    private final Trails trails;
    private final FileChoice files;
    private final Painter painter;
    private final Notices notices;
    private final Words words;
    private final Function<Exception, Trouble> explanation;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Reading());
    private @Nullable Job job;

    /** What the screen shows. */
    sealed interface Stage {}

    /** The package is being read. */
    record Reading() implements Stage {}

    /**
     * The trail is drawn.
     *
     * @param drawing in two columns, which is what is saved and printed
     * @param column in one column, for a narrow window
     */
    record Drawn(Drawing drawing, Drawing column) implements Stage {}

    /** The package could not be read. */
    record Failed(Trouble trouble) implements Stage {}

    /** @param explanation tells of a failure in words */
    TrailModel(
            Jobs jobs,
            Trails trails,
            FileChoice files,
            Painter painter,
            Notices notices,
            Words words,
            Function<Exception, Trouble> explanation) {
        this.jobs = jobs;
        this.trails = trails;
        this.files = files;
        this.painter = painter;
        this.notices = notices;
        this.words = words;
        this.explanation = explanation;
    }

    /** A model that paints with the toolkit. */
    public static TrailModel inWindow(
            Jobs jobs,
            Trails trails,
            FileChoice files,
            Notices notices,
            Words words,
            Function<Exception, Trouble> explanation) {
        return new TrailModel(jobs, trails, files, new WindowPainter(), notices, words, explanation);
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Reads a package and draws its trail. */
    void read(Path file) {
        job = jobs.of(meter -> draw(trails.read(file)))
                .then(stage::set)
                .otherwise(failure -> stage.set(new Failed(explanation.apply(failure))))
                .start();
    }

    private Drawn draw(ProofTrail trail) {
        Hops hops = new Hops(words);
        List<Hop> data = hops.data(trail);
        List<Hop> time = hops.time(trail);
        List<Hop> all = Stream.concat(data.stream(), time.stream()).toList();
        return new Drawn(TrailDrawing.of(data, time), TrailDrawing.of(List.of(), all));
    }

    /** Saves the drawing, as PNG or SVG by the name that is chosen. */
    void save() {
        if (stage.get() instanceof Drawn drawn) {
            files.save(words.of("trail.save.title"), "proof.svg").ifPresent(target -> write(drawn.drawing(), target));
        }
    }

    private void write(Drawing drawing, Path target) {
        try {
            boolean png = target.toString().toLowerCase(Locale.ROOT).endsWith(".png");
            byte[] bytes = png ? painter.png(drawing) : Svg.of(drawing).getBytes(StandardCharsets.UTF_8);
            Files.write(target, bytes);
            notices.tell(Notice.ofSaved(words.of("trail.saved", String.valueOf(target.getFileName())), target));
        } catch (IOException e) {
            Trouble trouble = explanation.apply(e);
            notices.tell(new Notice(Notice.Tone.TROUBLE, trouble.title() + " " + trouble.advice()));
        }
    }

    /** Prints the drawing. */
    void print() {
        if (stage.get() instanceof Drawn drawn && !painter.print(drawn.drawing())) {
            notices.tell(new Notice(Notice.Tone.WARNING, words.of("trail.noprinter")));
        }
    }

    /** Stops reading. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }
}
