package org.trialseal.app.ui.home;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.words.Words;

/** Binds the first screen to its model. */
public final class HomeScreen implements Screen {
    private final HomeView view;
    private final HomeModel model;

    /** A first screen in a language. */
    public HomeScreen(Words words, HomeModel model) {
        this.view = new HomeView(words);
        this.model = model;
        view.seal.onAction(() -> model.open(new Route.Seal(List.of())));
        view.verify.onAction(() -> model.open(new Route.Verify(Optional.empty())));
        view.studies.onAction(() -> model.open(new Route.Studies()));
        view.compare.setOnAction(event -> model.open(new Route.Compare(Optional.empty(), List.of())));
        view.sample.setOnAction(event -> model.makeSample());
        view.cancel.setOnAction(event -> model.cancelSample());
        model.makingProperty().addListener((value, before, job) -> show(job));
        show(model.makingProperty().get());
    }

    private void show(Optional<Job> making) {
        Styles.show(view.sample, making.isEmpty());
        Styles.show(view.cancel, making.isPresent());
        Styles.show(view.progress, making.isPresent());
        Styles.show(view.sampleText, making.isEmpty());
        making.ifPresent(job -> {
            view.progress.setProgress(0);
            job.readingProperty()
                    .addListener((value, before, reading) ->
                            view.progress.setProgress(reading.fraction().orElse(-1)));
        });
    }

    @Override
    public Parent root() {
        return view.page.root();
    }

    @Override
    public Node first() {
        return view.seal;
    }

    @Override
    public void close() {
        model.cancelSample();
    }
}
