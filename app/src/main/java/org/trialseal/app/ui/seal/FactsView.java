package org.trialseal.app.ui.seal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.core.record.PlanFact;

/** Shows what a file is, what of it should be looked at, and what comes from a file that describes it. */
final class FactsView {
    private final Words words;
    private final String id;

    FactsView(Words words, String id) {
        this.words = words;
        this.id = id;
    }

    /** What the file is; nothing when there is nothing to be said. */
    Optional<Node> facts(PlannedInput plan) {
        return lines(
                "facts",
                words.of("seal.facts"),
                plan.facts().stream().map(this::fact).toList(),
                "body");
    }

    /** What should be looked at before sealing. */
    Optional<Node> warnings(PlannedInput plan) {
        return lines("warnings", words.of("seal.warnings"), plan.warnings(), "problem body");
    }

    private Optional<Node> lines(String name, String title, List<String> sentences, String style) {
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        VBox lines = new VBox(4, Labels.of("strong", title));
        lines.setId(id + "-" + name);
        sentences.forEach(sentence -> lines.getChildren().add(Labels.of(style, "\u00b7  " + Safe.text(sentence))));
        return Optional.of(lines);
    }

    /** What of a table comes from a file that describes it. */
    Optional<Node> described(PlannedInput.Table table) {
        return table.described().map(by -> {
            String gives = by.gives().stream().map(this::given).collect(Collectors.joining(", "));
            String file = Safe.text(by.file());
            return Labels.of(
                    "body",
                    gives.isEmpty()
                            ? words.of("seal.described.nothing", file)
                            : words.of("seal.described", file, gives));
        });
    }

    private String given(String what) {
        switch (what) {
            case "keys":
                return words.of("seal.gives.keys");
            case "label":
                return words.of("seal.gives.label");
            case "dataType":
                return words.of("seal.gives.type");
            case "length":
                return words.of("seal.gives.length");
            case "significantDigits":
                return words.of("seal.gives.digits");
            case "displayFormat":
                return words.of("seal.gives.format");
            case "codeList":
                return words.of("seal.gives.codelist");
            case "fieldType":
                return words.of("seal.gives.fieldtype");
            case "validation":
                return words.of("seal.gives.validation");
            case "form":
                return words.of("seal.gives.form");
            case "question":
                return words.of("seal.gives.question");
            case "choice":
                return words.of("seal.gives.choice");
            case "mandatory":
                return words.of("seal.gives.mandatory");
            default:
                return Safe.text(what);
        }
    }

    /** One fact in words. */
    String fact(PlanFact fact) {
        Object[] values = fact.values().stream().map(FactsView::shown).toArray();
        switch (fact.kind()) {
            case XPORT_VERSION:
                return words.of("seal.fact.xport.version", values);
            case XPORT_LABELS:
                return words.of("seal.fact.xport.labels", values);
            case XPORT_MISSING:
                return words.of("seal.fact.xport.missing", values);
            case DATASET_JSON_VERSION:
                return words.of("seal.fact.json.version", values);
            case DATASET_JSON_LABELS:
                return words.of("seal.fact.json.labels", values);
            case DATASET_JSON_RECORDS:
                return words.of("seal.fact.json.records", values);
            case ODM_VERSION:
                return words.of("seal.fact.odm.version", values);
            case ODM_SNAPSHOT:
                return words.of("seal.fact.odm.snapshot");
            case ODM_TRANSACTIONAL:
                return words.of("seal.fact.odm.transactional");
            case ODM_SOURCE:
                return words.of("seal.fact.odm.source", values);
            case ODM_AUDIT:
                return words.of("seal.fact.odm.audit", values);
            case ODM_NO_DATA:
                return words.of("seal.fact.odm.nodata");
            case DEFINE_VERSION:
                return words.of("seal.fact.define.version", values);
            case DEFINE_DATASETS:
                return words.of("seal.fact.define.datasets", values);
            case DEFINE_VALUE_LEVEL:
                return words.of("seal.fact.define.valuelevel", values);
            case REDCAP_DICTIONARY:
                return words.of("seal.fact.redcap.dictionary", values);
            case REDCAP_PROJECT:
                return words.of("seal.fact.redcap.project", values);
            case REDCAP_BOXES:
                return words.of("seal.fact.redcap.boxes", values);
            case REDCAP_EXPORT:
                return words.of("seal.fact.redcap.export", values);
            case REDCAP_LIKELY:
                return words.of("seal.fact.redcap.likely", values);
            case REDCAP_LABELS:
                return words.of("seal.fact.redcap.labels");
            default:
                return fact.words();
        }
    }

    /** Numbers are written as the language does. */
    private static Object shown(String value) {
        boolean number =
                !value.isEmpty() && value.length() < 18 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? (Object) Long.valueOf(value) : Safe.text(value);
    }
}
