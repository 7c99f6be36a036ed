package org.trialseal.app.ui.verify;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.verify.VerifyModel.Failed;
import org.trialseal.app.ui.verify.VerifyModel.Stage;
import org.trialseal.app.ui.verify.VerifyModel.Told;
import org.trialseal.app.ui.verify.VerifyModel.Working;
import org.trialseal.app.ui.words.Words;

/** Binds the door Verify to its model. */
public final class VerifyScreen implements Screen {
    private final VerifyView view;
    private final VerifyModel model;
    private Node first;

    /**
     * The door Verify.
     *
     * @param file what to examine at once
     */
    public VerifyScreen(Words words, VerifyModel model, Optional<Path> file) {
        this.view = new VerifyView(words);
        this.model = model;
        first = view.ask.choose();
        view.ask.choose().setOnAction(event -> model.choose());
        view.another.setOnAction(event -> model.choose());
        view.again.setOnAction(event -> model.choose());
        view.cancel.setOnAction(event -> model.cancel());
        view.picture.setOnAction(event -> model.showPicture());
        view.compare.setOnAction(event -> model.compare());
        view.certificate.setOnAction(event -> model.saveCertificate());
        view.original.setOnAction(event -> model.chooseOriginal());
        view.practice.setOnAction(event -> model.acceptPractice(view.practice.isSelected()));
        model.stageProperty().addListener((value, before, stage) -> show(stage));
        show(model.stageProperty().get());
        file.ifPresent(model::examine);
    }

    private void show(Stage stage) {
        if (stage instanceof Working working) {
            view.working(name(working.file()));
            focus(view.cancel);
        } else if (stage instanceof Told told) {
            view.practice.setSelected(told.practiceAccepted());
            view.told(name(told.file()), told.story());
            focus(told.story().picture() ? view.picture : view.another);
        } else if (stage instanceof Failed failed) {
            view.failed(name(failed.file()), failed.trouble());
            focus(view.again);
        } else {
            view.empty();
            focus(view.ask.choose());
        }
    }

    private void focus(Node node) {
        first = node;
        node.requestFocus();
        view.page.root().setVvalue(0);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
    public void close() {
        model.cancel();
    }
}
