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
import org.trialseal.core.digest.Phrase;

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
        return lines("facts", words.of("seal.facts"), said(plan.facts()), "body");
    }

    /** What should be looked at before sealing. */
    Optional<Node> warnings(PlannedInput plan) {
        return lines("warnings", words.of("seal.warnings"), said(plan.warnings()), "problem body");
    }

    private List<String> said(List<Phrase> phrases) {
        return phrases.stream().map(words::say).toList();
    }

    private Optional<Node> lines(String name, String title, List<String> sentences, String style) {
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        VBox lines = new VBox(4, Labels.of("strong", title));
        lines.setId(id + "-" + name);
        sentences.forEach(sentence -> lines.getChildren().add(Labels.of(style, "\u00b7  " + sentence)));
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
}
