package org.trialseal.app.ui.seal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.part.JobProgress;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.seal.SealModel.Preparing;
import org.trialseal.app.ui.seal.SealModel.Sealed;
import org.trialseal.app.ui.seal.SealModel.Sealing;
import org.trialseal.app.ui.seal.SealModel.Stage;
import org.trialseal.app.ui.seal.SealModel.Stopping;
import org.trialseal.app.ui.words.Words;

/** Binds the door Seal to its model. */
public final class SealScreen implements Screen {
    private final Words words;
    private final SealView view;
    private final SealModel model;
    private final Readiness readiness;
    private final Map<InputModel, InputBinding> bindings = new WeakHashMap<>();
    private final JobProgress progress;
    private int numbered;
    private Node first;

    /**
     * The door Seal.
     *
     * @param files what to begin with
     */
    public SealScreen(Words words, SealModel model, List<Path> files) {
        this.words = words;
        this.model = model;
        view = new SealView(words);
        progress = new JobProgress(words, view.bar, view.how, view.pause);
        readiness = new Readiness(words, model);
        first = view.ask.choose();
        view.ask.choose().setOnAction(event -> model.choose());
        view.more.setOnAction(event -> model.choose());
        view.compare.setOnAction(event -> model.compareInstead());
        view.seal.setOnAction(event -> model.seal());
        view.pause.setOnAction(event -> model.pauseOrResume());
        view.stop.setOnAction(event -> model.stop());
        view.form.chooseFolder.setOnAction(event -> model.chooseFolder());
        new FormBinding(words, view.form, model.form(), model.previous());
        bindReadiness();
        model.inputs().addListener((ListChangeListener<InputModel>) change -> list());
        model.stageProperty().addListener((value, before, stage) -> show(stage));
        show(model.stageProperty().get());
        model.add(files);
    }

    private void bindReadiness() {
        InvalidationListener changed = observable -> ready();
        SealForm form = model.form();
        form.previous.addListener(changed);
        for (StringProperty text : form.texts()) {
            text.addListener(changed);
        }
        ready();
    }

    private void ready() {
        view.seal.setDisable(!readiness.isReady());
        view.ready.setText(readiness.sentence());
        view.counts(readiness.counts());
    }

    private void list() {
        view.files.getChildren().clear();
        for (InputModel input : model.inputs()) {
            InputBinding binding = bindings.computeIfAbsent(input, this::bind);
            view.files.getChildren().add(binding.view.root);
        }
        ready();
    }

    private InputBinding bind(InputModel input) {
        InputBinding binding = new InputBinding(words, input, numbered++);
        binding.view.remove.setOnAction(event -> model.remove(input));
        input.stateProperty().addListener((value, before, state) -> ready());
        return binding;
    }

    private void show(Stage stage) {
        if (stage instanceof Preparing preparing) {
            view.preparing();
            prepare(preparing);
        } else if (stage instanceof Sealing sealing) {
            seal(sealing);
        } else if (stage instanceof Stopping) {
            view.stop.setDisable(true);
            view.pause.setDisable(true);
            view.how.setText(words.of("seal.stopping"));
        } else if (stage instanceof Sealed sealed) {
            SealedView made = new SealedBinding(words, model).bind(sealed, view::show);
            focus(made.studies);
            view.page.root().setVvalue(0);
        } else {
            view.empty();
            focus(view.ask.choose());
        }
    }

    private void prepare(Preparing preparing) {
        view.noTrouble();
        preparing.trouble().ifPresent(view::trouble);
        if (preparing.stopped() && preparing.trouble().isEmpty()) {
            view.stopped();
        }
        ready();
        boolean again = preparing.stopped() || preparing.trouble().isPresent();
        focus(again ? view.seal : view.form.study);
        if (view.page.root().getScene() != null) {
            view.page.root().applyCss();
            view.page.root().layout();
        }
        view.page.root().setVvalue(again ? 1 : 0);
    }

    private void seal(Sealing sealing) {
        view.stop.setDisable(false);
        view.sealing(words.of("seal.working"));
        progress.follow(sealing.job(), words.of("seal.begun"), "seal.progress");
        focus(view.stop);
        view.page.root().setVvalue(0);
    }

    private void focus(Node node) {
        first = node;
        node.requestFocus();
    }

    @Override
    public Parent root() {
        return view.page.root();
    }

    @Override
    public Node first() {
        return first;
    }

    @Override
    public boolean add(List<Path> files) {
        boolean open = model.stageProperty().get() instanceof Preparing;
        if (open) {
            model.add(files);
        }
        return open;
    }

    @Override
    public boolean isWorking() {
        Stage stage = model.stageProperty().get();
        return stage instanceof Sealing || stage instanceof Stopping;
    }

    @Override
    public void close() {
        model.close();
    }
}
