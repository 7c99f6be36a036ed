package org.trialseal.app.ui.part;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Reading;
import org.trialseal.app.ui.words.Words;

/** Shows how far a job is: a bar, a sentence, and a button that holds the job or lets it go on. */
public final class JobProgress {
    private final Words words;
    private final ProgressBar bar;
    private final Label how;
    private final Button pause;
    private String said = "";

    /** @param pause holds the job; its own action does so */
    public JobProgress(Words words, ProgressBar bar, Label how, Button pause) {
        this.words = words;
        this.bar = bar;
        this.how = how;
        this.pause = pause;
    }

    /**
     * Begins with a job.
     *
     * @param begun what is said before it has a reading
     * @param progress the key of what is said then: done, total, per second, time left
     */
    public void follow(Job job, String begun, String progress) {
        follow(job, begun, reading -> tell(reading, progress));
    }

    /**
     * Begins with a job whose readings are told otherwise.
     *
     * @param begun what is said before it has a reading
     */
    public void follow(Job job, String begun, Consumer<Reading> telling) {
        bar.setProgress(-1);
        how.setText(begun);
        pause.setDisable(false);
        pause.setText(words.of("part.pause"));
        job.readingProperty().addListener((value, before, reading) -> telling.accept(reading));
        job.stateProperty().addListener((value, before, state) -> show(state));
    }

    private void show(Job.State state) {
        boolean held = state == Job.State.PAUSED;
        pause.setText(held ? words.of("part.resume") : words.of("part.pause"));
        if (held) {
            said = how.getText();
            how.setText(words.of("part.paused", said));
            bar.setProgress(Math.max(0, bar.getProgress()));
        } else if (state == Job.State.RUNNING) {
            how.setText(said);
        }
    }

    /** Tells how far it is. */
    public void tell(Reading reading, String progress) {
        bar.setProgress(reading.fraction().orElse(-1));
        how.setText(words.of(progress, reading.done(), reading.total(), reading.perSecond(), reading.clock()));
    }
}
