package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.studies.StudiesModel.Shown;
import org.trialseal.app.ui.words.Words;

/** Binds the list of studies to its model. */
public final class StudiesScreen implements Screen {
    private final StudiesView view;
    private final StudiesModel model;

    /**
     * The list.
     *
     * @param actions what can be done with each seal
     * @param added an evidence folder to be kept from now on
     */
    public StudiesScreen(Words words, StudiesModel model, List<SealAction> actions, Optional<Path> added) {
        this.view = new StudiesView(words, actions);
        this.model = model;
        view.ask.choose().setOnAction(event -> model.add());
        view.add.setOnAction(event -> model.add());
        view.settings.setOnAction(event -> model.settings());
        view.onAnchorAgain(model::anchorAgain);
        model.stampingProperty().addListener((value, before, folders) -> view.showStamping(folders));
        model.shownProperty().addListener((value, before, shown) -> shown.ifPresent(this::show));
        added.ifPresentOrElse(model::add, model::read);
    }

    private void show(Shown shown) {
        view.show(shown.shelf(), shown.round(), shown::faults);
    }

    @Override
    public Parent root() {
        return view.page.root();
    }

    @Override
    public Node first() {
        return view.first();
    }

    @Override
    public void close() {
        model.close();
    }
}
