package org.trialseal.app.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.compare.CompareForm.SealedSide;
import org.trialseal.app.ui.compare.CompareModel.Asking;
import org.trialseal.app.ui.compare.CompareModel.Comparing;
import org.trialseal.app.ui.compare.CompareModel.Exported;
import org.trialseal.app.ui.compare.CompareModel.Stage;
import org.trialseal.app.ui.compare.CompareModel.Told;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.part.JobProgress;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.SealRegister;

/** Binds the comparison to its model. */
public final class CompareScreen implements Screen {
    private final Words words;
    private final CompareView view;
    private final CompareModel model;
    private final CompareForm form;
    private final JobProgress progress;
    private Optional<TableBinding> table = Optional.empty();
    private Optional<ToldView> told = Optional.empty();
    private Node first;

    /**
     * The comparison.
     *
     * @param seal what to compare with, an evidence folder or a package
     * @param later files to begin with
     */
    public CompareScreen(Words words, CompareModel model, Optional<Path> seal, List<Path> later) {
        this.words = words;
        this.model = model;
        this.form = model.form();
        view = new CompareView(words);
        progress = new JobProgress(words, view.bar, view.how, view.pause);
        first = view.ask.drop.choose();
        bindQuestions();
        view.pause.setOnAction(event -> model.pauseOrResume());
        view.stop.setOnAction(event -> model.stop());
        model.stageProperty().addListener((value, before, stage) -> show(stage));
        model.exportedProperty().addListener((value, before, exported) -> export(exported));
        show(model.stageProperty().get());
        model.begin(seal, later);
    }

    private void bindQuestions() {
        AskView ask = view.ask;
        ask.drop.choose().setOnAction(event -> model.chooseLater());
        ask.more.setOnAction(event -> model.chooseLater());
        ask.choosePackage.setOnAction(event -> model.choosePackage());
        ask.chooseFolder.setOnAction(event -> model.chooseFolder());
        ask.data.setOnAction(event -> model.chooseData());
        ask.compare.setOnAction(event -> model.compare());
        ask.passphrase.setOnAction(event -> model.compare());
        ask.useAsSeal.setOnAction(event -> model.useMisplaced());
        form.misplaced.addListener((value, before, path) -> misplaced(path));
        ask.seal.setOnAction(event -> model.sealInstead());
        ask.kept.setOnAction(event -> useKept(ask.kept.getSelectionModel().getSelectedIndex()));
        Bindings.bindBidirectional(ask.passphrase.textProperty(), form.passphrase);
        ask.whole.selectedProperty().bindBidirectional(form.whole);
        ask.values.selectedProperty().bindBidirectional(form.values);
        form.sealed.addListener((value, before, side) -> sealed(side));
        form.later.addListener((InvalidationListener) list -> later());
        form.data.addListener((InvalidationListener) list -> data());
        form.passphrase.addListener((value, before, typed) -> ready());
        model.kept().addListener((InvalidationListener) list -> kept());
        sealed(form.sealed.get());
        kept();
        data();
    }

    private void kept() {
        view.ask.kept(model.kept().stream()
                .map(SealRegister.Known::statement)
                .map(statement -> CompareTeller.seal(words, statement))
                .toList());
        sealed(form.sealed.get());
    }

    private void useKept(int index) {
        boolean known = index >= 0 && index < model.kept().size();
        if (known && form.sealed.get().map(side -> place(side.path())).orElse(-1) != index) {
            model.useSeal(model.kept().get(index).folder());
        }
    }

    private void sealed(Optional<SealedSide> side) {
        if (side.isEmpty()) {
            view.ask.noSeal();
        } else {
            SealedSide known = side.get();
            String name = known.statement()
                    .map(statement -> CompareTeller.seal(words, statement))
                    .orElse(words.of("compare.sealed.package"));
            view.ask.sealed(name, known.path(), known.isFolder(), place(known.path()));
        }
        ready();
        if (isAsking() && !form.later.isEmpty()) {
            focus(side.isPresent() && side.get().isFolder() ? view.ask.passphrase : view.ask.compare);
        }
    }

    private int place(Path folder) {
        for (int i = 0; i < model.kept().size(); i++) {
            if (model.kept().get(i).folder().toAbsolutePath().equals(folder.toAbsolutePath())) {
                return i;
            }
        }
        return -1;
    }

    private void later() {
        if (isAsking()) {
            view.asking(!form.later.isEmpty());
        }
        view.ask.later(form.later, form.later::remove);
        ready();
    }

    private void misplaced(Optional<Path> path) {
        if (path.isPresent()) {
            view.ask.misplaced(name(path.get()));
            focus(view.ask.useAsSeal);
        } else {
            view.ask.noTrouble();
        }
    }

    private void data() {
        view.ask.data(form.data, form.data::remove);
    }

    private boolean isAsking() {
        return model.stageProperty().get() instanceof Asking;
    }

    private void ready() {
        view.ask.compare.setDisable(form.lack().isPresent());
        view.ask.seal.setDisable(form.later.isEmpty());
        view.ask.ready.setText(form.lack().map(this::lacking).orElseGet(this::readiness));
    }

    private String readiness() {
        SealedSide side = form.sealed.get().orElseThrow();
        String seal = side.statement()
                .map(statement -> CompareTeller.seal(words, statement))
                .orElse(name(side.path()));
        return words.of("compare.ready", laterNames(), seal);
    }

    private String lacking(CompareForm.Lack lack) {
        switch (lack) {
            case SEAL:
                return words.of("compare.lack.seal");
            case LATER:
                return words.of("compare.lack.later");
            default:
                return words.of("compare.lack.passphrase");
        }
    }

    private void show(Stage stage) {
        table.ifPresent(TableBinding::close);
        table = Optional.empty();
        told = Optional.empty();
        if (stage instanceof Comparing comparing) {
            compare(comparing.job());
        } else if (stage instanceof Told result) {
            tell(result);
        } else if (stage instanceof Asking asking) {
            ask(asking);
        }
    }

    private void ask(Asking asking) {
        view.ask.noTrouble();
        asking.trouble().ifPresent(view.ask::trouble);
        if (asking.stopped() && asking.trouble().isEmpty()) {
            view.ask.stopped();
        }
        later();
        boolean locked = form.sealed.get().map(SealedSide::isFolder).orElse(false);
        if (form.later.isEmpty()) {
            focus(view.ask.drop.choose());
        } else {
            focus(locked ? view.ask.passphrase : view.ask.compare);
            view.ask.passphrase.selectAll();
        }
        view.page.root().applyCss();
        view.page.root().layout();
        view.page.root().setVvalue(0);
    }

    private void compare(Job job) {
        view.comparing();
        progress.follow(job, words.of("compare.begun"), "compare.progress");
        focus(view.stop);
        view.page.root().setVvalue(0);
    }

    private void tell(Told result) {
        ToldView shown = new ToldView(words);
        shown.again.setOnAction(event -> model.askAgain());
        shown.export.setOnAction(event -> model.export());
        shown.stopExport.setOnAction(event -> model.stopExport());
        shown.folder.setOnAction(event -> model.showFolder());
        shown.verify.setOnAction(event -> model.verify());
        shown.practice.setSelected(form.practice.get());
        shown.practice.setOnAction(event -> model.acceptPractice(shown.practice.isSelected()));
        List<Node> parts = new ArrayList<>(List.of(
                shown.fileLine(names()),
                shown.verdict(result.story(), result.table().size() > 0)));
        if (result.table().size() > 0) {
            LinesView lines = new LinesView(words);
            lines.unkept.setText(result.table().lacksOld() ? words.of("compare.unkept") : "");
            table = Optional.of(new TableBinding(words, lines, result.table()));
            parts.add(lines.card);
        }
        parts.add(shown.files(result.story()));
        parts.add(shown.left());
        view.told(parts.toArray(Node[]::new));
        told = Optional.of(shown);
        focus(shown.export);
        view.page.root().setVvalue(0);
    }

    private String names() {
        String seal = form.sealed.get().map(side -> name(side.path())).orElse("");
        return words.of("compare.names", laterNames(), seal);
    }

    private String laterNames() {
        String later = form.later.stream().map(CompareScreen::name).limit(3).collect(Collectors.joining(", "));
        String more = form.later.size() > 3 ? words.of("compare.names.more", form.later.size() - 3) : "";
        return later + more;
    }

    private static String name(Path path) {
        return Safe.text(String.valueOf(path.getFileName()));
    }

    private void export(Exported exported) {
        if (told.isEmpty()) {
            return;
        }
        ToldView shown = told.get();
        if (exported instanceof CompareModel.Exporting) {
            shown.exported(words.of("compare.export.working"), true);
        } else if (exported instanceof CompareModel.Written written) {
            shown.written(
                    words.of("compare.export.done", Safe.text(written.file().toString())));
        } else if (exported instanceof CompareModel.NotWritten not) {
            shown.exported(
                    not.trouble().title() + " " + not.trouble().advice() + " "
                            + Safe.text(not.trouble().detail()),
                    false);
        } else {
            shown.exported("", false);
        }
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
    public boolean drop(List<Path> files) {
        return model.take(files);
    }

    @Override
    public boolean isWorking() {
        return model.stageProperty().get() instanceof Comparing;
    }

    @Override
    public void close() {
        table.ifPresent(TableBinding::close);
        model.close();
    }
}
