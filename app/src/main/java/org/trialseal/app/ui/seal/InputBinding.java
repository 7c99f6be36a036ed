package org.trialseal.app.ui.seal;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.part.TroubleText;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.PlanFact;

/** Binds one file of the list to its model. */
final class InputBinding {
    final InputView view;
    private final InputModel model;
    private final Words words;
    private boolean showing;

    InputBinding(Words words, InputModel model, int number) {
        this.words = words;
        this.model = model;
        view = new InputView(words, number, String.valueOf(model.file().getFileName()));
        view.as.setOnAction(event -> {
            if (!showing) {
                model.asDocument(view.as.getSelectionModel().getSelectedIndex() == 1);
            }
        });
        model.stateProperty().addListener((value, before, state) -> show(state));
        show(model.stateProperty().get());
    }

    private void show(InputModel.State state) {
        showing = true;
        view.as.getSelectionModel().select(model.isDocument() ? 1 : 0);
        showing = false;
        if (state instanceof InputModel.Understood understood) {
            understood(understood.plan());
        } else if (state instanceof InputModel.Refused refused) {
            refused(refused);
        } else {
            view.reading();
        }
    }

    private void refused(InputModel.Refused refused) {
        Trouble trouble = refused.trouble();
        MendView mend = new MendView(words, view.id());
        view.refused(trouble);
        view.body.getChildren().clear();
        TroubleText.addExactly(view.body, view.id(), trouble);
        view.body
                .getChildren()
                .addAll(
                        Labels.of("body", words.of("seal.file.refused.advice")),
                        as(),
                        mend.missing(refused.importer(), refused.options(), this::option));
        view.root.expandedProperty().set(true);
    }

    private void option(String name, String value) {
        if (!value.equals(words.of("seal.option.automatic"))) {
            model.option(name, value);
        }
    }

    private void understood(PlannedInput plan) {
        boolean document = plan.isDocument();
        view.understood(document ? document(plan) : records(plan), document);
        FactsView facts = new FactsView(words, view.id());
        MendView mend = new MendView(words, view.id());
        view.body.getChildren().clear();
        boolean unknown = plan.importer().isEmpty() && !model.isDocument();
        if (unknown) {
            view.body.getChildren().add(Labels.of("body", words.of("seal.file.unknown")));
            return;
        }
        facts.warnings(plan).ifPresent(view.body.getChildren()::add);
        facts.facts(plan).ifPresent(view.body.getChildren()::add);
        view.body.getChildren().add(as());
        if (!document) {
            if (!plan.options().isEmpty()) {
                view.body.getChildren().add(mend.options(plan.importer(), plan.options(), this::option));
            }
            for (PlannedInput.Table table : plan.tables()) {
                view.body.getChildren().add(mend.table(table, wanted -> model.table(table.name(), wanted)));
                facts.described(table).ifPresent(view.body.getChildren()::add);
            }
            if (!plan.reasons().isEmpty()) {
                view.body.getChildren().add(mend.reasons(plan));
            }
        } else {
            view.body.getChildren().add(Labels.of("body", words.of("seal.file.document.hint")));
        }
    }

    private Node as() {
        return InputView.named(words.of("seal.file.as"), view.as);
    }

    private String document(PlannedInput plan) {
        Optional<String> define = value(plan, PlanFact.DEFINE_VERSION);
        return define.isPresent()
                ? words.of(
                        "seal.file.define",
                        Safe.text(define.get()),
                        words.count(
                                "seal.file.described",
                                Long.parseLong(
                                        value(plan, PlanFact.DEFINE_DATASETS).orElse("0"))))
                : words.of("seal.file.document", words.count("seal.bytes", plan.length()));
    }

    private static Optional<String> value(PlannedInput plan, PlanFact kind) {
        return plan.facts().stream()
                .filter(fact -> fact.code() == kind)
                .map(fact -> String.valueOf(fact.values().get(0)))
                .findFirst();
    }

    private String format(String importer) {
        switch (importer) {
            case "xport":
                return words.of("seal.format.xport");
            case "dataset-json":
                return words.of("seal.format.json");
            case "odm":
                return words.of("seal.format.odm");
            default:
                return importer.toUpperCase(Locale.ROOT);
        }
    }

    private String records(PlannedInput plan) {
        String format = format(plan.importer().orElse(""));
        if (plan.tables().size() != 1) {
            return format + "  ·  " + words.count("seal.tables", plan.tables().size()) + "  ·  "
                    + words.count("seal.records", plan.records());
        }
        PlannedInput.Table table = plan.tables().get(0);
        return String.join(
                        "  ·  ", format, words.count("seal.records", table.records()), columns(table), subject(table))
                + keys(table)
                + table.log().map(order -> "  ·  " + words.of("seal.file.log")).orElse("");
    }

    private String columns(PlannedInput.Table table) {
        return words.count("seal.columns", table.columns().size());
    }

    private String subject(PlannedInput.Table table) {
        return table.subject()
                .map(column -> words.of("seal.file.subject", Safe.text(column)))
                .orElse(words.of("seal.file.nosubject"));
    }

    private String keys(PlannedInput.Table table) {
        if (table.keys().isEmpty()) {
            return "";
        }
        String keys = Safe.text(String.join(", ", table.keys()));
        Optional<String> define = table.described().map(PlannedInput.DescribedBy::file);
        if (table.keysFrom().isDescribed() && define.isPresent()) {
            return "  ·  " + words.of("seal.file.keys.define", keys, Safe.text(define.get()));
        }
        return "  ·  "
                + (table.keysFrom() == KeyOrigin.FILE
                        ? words.of("seal.file.keys.file", keys)
                        : words.of("seal.file.keys", keys));
    }
}
