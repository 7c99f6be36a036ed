package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.trialseal.app.ui.job.Reading;
import org.trialseal.app.ui.part.JobProgress;
import org.trialseal.app.ui.prove.ProveModel.Choosing;
import org.trialseal.app.ui.prove.ProveModel.Locked;
import org.trialseal.app.ui.prove.ProveModel.Saved;
import org.trialseal.app.ui.prove.ProveModel.Saving;
import org.trialseal.app.ui.prove.ProveModel.Stage;
import org.trialseal.app.ui.prove.ProveModel.Stopping;
import org.trialseal.app.ui.prove.ProveModel.Unusable;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.prove.Proving.SealAtHand;
import org.trialseal.core.seal.Statement;

/** Binds the making of a package to its model. */
public final class ProveScreen implements Screen {
    private final Words words;
    private final ProveView view;
    private final ProveModel model;
    private final AnchorNotes notes;
    private final JobProgress progress;
    private List<PartModel> bound = List.of();
    private List<PartView> lines = List.of();
    private Node first;

    /** The screen of a seal. */
    public ProveScreen(Words words, ProveModel model) {
        this.words = words;
        this.model = model;
        view = new ProveView(words);
        notes = new AnchorNotes(words, view);
        progress = new JobProgress(words, view.bar, view.how, view.pause);
        first = view.passphrase;
        Bindings.bindBidirectional(view.passphrase.textProperty(), model.passphrase);
        view.passphrase.setOnAction(event -> model.unlock());
        view.unlock.setOnAction(event -> model.unlock());
        view.unlock.disableProperty().bind(model.passphrase.isEmpty());
        view.back.setOnAction(event -> model.studies());
        view.give.setOnAction(event -> model.giveData());
        view.everything.setOnAction(event -> model.everything());
        view.save.setOnAction(event -> model.save());
        view.pause.setOnAction(event -> model.pauseOrResume());
        view.stop.setOnAction(event -> model.stop());
        new SubjectsBinding(words, view.subjects, model.subjects(), model.census());
        new PreviewBinding(words, view, model);
        model.census().stateProperty().addListener((value, before, state) -> searchable());
        model.stageProperty().addListener((value, before, stage) -> show(stage));
        show(model.stageProperty().get());
    }

    private void show(Stage stage) {
        if (stage instanceof Unusable unusable) {
            view.unusable(unusable.trouble());
            focus(view.back);
        } else if (stage instanceof Locked locked) {
            view.locked(line(locked.seal()), notes.of(locked.seal()), locked.trouble(), locked.working());
            focus(view.passphrase);
        } else if (stage instanceof Choosing choosing) {
            choose(choosing);
        } else if (stage instanceof Saving saving) {
            save(saving);
        } else if (stage instanceof Stopping) {
            view.stop.setDisable(true);
            view.pause.setDisable(true);
            view.how.setText(words.of("prove.stopping"));
        } else if (stage instanceof Saved saved) {
            saved(saved);
        } else {
            view.looking();
        }
    }

    private String line(SealAtHand seal) {
        Statement statement = seal.folder().statement();
        return words.of(
                "prove.seal",
                statement.place().seal(),
                Safe.text(statement.study().id()),
                Safe.text(statement.milestone()));
    }

    private void choose(Choosing choosing) {
        if (!bound.equals(choosing.parts())) {
            bound = choosing.parts();
            lines = new ArrayList<>();
            for (PartModel part : bound) {
                lines.add(new PartBinding(words, lines.size(), part).view);
            }
        }
        view.choosing(line(choosing.seal()), notes.of(choosing.seal()), model.missing(), lines);
        view.fresh();
        choosing.trouble().ifPresent(view::trouble);
        boolean again = choosing.stopped() || choosing.trouble().isPresent();
        if (choosing.stopped() && choosing.trouble().isEmpty()) {
            view.stopped();
        }
        focus(again ? view.save : view.subjects.search);
        view.page.root().applyCss();
        view.page.root().layout();
        view.page.root().setVvalue(again ? 1 : 0);
    }

    private void save(Saving saving) {
        view.stop.setDisable(false);
        view.saving(String.valueOf(saving.out().getFileName()));
        progress.follow(saving.job(), words.of("prove.preview.working"), this::tell);
        focus(view.stop);
        view.page.root().setVvalue(0);
    }

    private void tell(Reading reading) {
        boolean read = reading.total() > 0 && reading.done() >= reading.total();
        // What follows the reading is short, and is not held.
        view.pause.setDisable(read);
        if (read) {
            view.bar.setProgress(-1);
            view.how.setText(words.of("prove.save.writing"));
        } else {
            progress.tell(reading, "prove.save.progress");
        }
    }

    private void saved(Saved saved) {
        PreviewTeller teller = new PreviewTeller(words);
        SavedView made = new SavedView(words);
        made.verify.setOnAction(event -> model.verify());
        made.folder.setOnAction(event -> model.showFolder());
        made.again.setOnAction(event -> model.again());
        made.copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(saved.out().toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        view.page
                .column()
                .getChildren()
                .setAll(made.nodes(
                        saved.out(), teller.size(saved.length()), teller.sum(saved.preview()), notes.of(saved.seal())));
        focus(made.verify);
        view.page.root().setVvalue(0);
    }

    /** The search can be seen now; it gets the focus unless something on the page has it already. */
    private void searchable() {
        Node owner = root().getScene() == null ? null : root().getScene().getFocusOwner();
        boolean taken = owner != null && isOnPage(owner);
        if (first == view.subjects.search && !taken) {
            first.requestFocus();
        }
    }

    private boolean isOnPage(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == view.page.column()) {
                return true;
            }
        }
        return false;
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
    public boolean isWorking() {
        Stage stage = model.stageProperty().get();
        return stage instanceof Saving || stage instanceof Stopping;
    }

    @Override
    public void close() {
        model.close();
    }
}
