package org.trialseal.app.ui.seal;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.seal.SealModel.Anchored;
import org.trialseal.app.ui.seal.SealModel.Sealed;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.seal.Statement;

/** Binds the finished seal to the model: how its anchoring stands, and where to go next. */
final class SealedBinding {
    private final Words words;
    private final SealModel model;
    private final SealedView view;

    /** Where the nodes are shown, from top to bottom. */
    interface Place {
        void show(Node... parts);
    }

    SealedBinding(Words words, SealModel model) {
        this.words = words;
        this.model = model;
        view = new SealedView(words);
    }

    SealedView bind(Sealed sealed, Place place) {
        Statement statement = sealed.folder().statement();
        String digest = sealed.folder().digest().hex();
        String contents = words.of(
                "seal.made.contents",
                Safe.text(statement.milestone()),
                Readiness.of(words, model.items().orElse(List.of())));
        Node made = view.made(
                words.of(
                        "seal.made.title",
                        statement.place().seal(),
                        Safe.text(statement.study().id())),
                contents,
                digest,
                sealed.path().toString());
        place.show(made, view.next(model.form().retain.get()));
        view.copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(digest);
            Clipboard.getSystemClipboard().setContent(content);
        });
        view.folder.setOnAction(event -> model.showFolder());
        view.prove.setOnAction(event -> model.prove());
        view.certificate.setOnAction(event -> model.saveCertificate());
        view.studies.setOnAction(event -> model.studies());
        view.another.setOnAction(event -> model.startOver());
        model.anchoredProperty().addListener((value, before, anchored) -> anchor(anchored));
        anchor(model.anchoredProperty().get());
        return view;
    }

    private void anchor(Anchored anchored) {
        if (anchored instanceof SealModel.Asking) {
            say(Icon.OPEN, "icon-open", words.of("seal.anchor.asking"), words.of("seal.anchor.asking.text"));
        } else if (anchored instanceof SealModel.Answered answered) {
            answered(answered.result());
        } else if (anchored instanceof SealModel.AnchorFailed failed) {
            say(
                    Icon.WARNING,
                    "icon-open",
                    words.of("seal.anchor.failed"),
                    failed.trouble().title() + " " + Safe.text(failed.trouble().detail()) + " "
                            + words.of("seal.anchor.later"));
        } else {
            say(Icon.OPEN, "icon-open", words.of("seal.anchor.none"), words.of("seal.anchor.none.text"));
        }
    }

    private void answered(StampResult result) {
        switch (result.status()) {
            case STAMPED:
                say(
                        Icon.OPEN,
                        "icon-open",
                        words.count("seal.anchor.pending", result.operators()),
                        words.of("seal.anchor.pending.text") + without(result));
                break;
            case BELOW_QUORUM:
                say(
                        Icon.WARNING,
                        "icon-open",
                        words.of("seal.anchor.few", result.operators(), result.required()),
                        words.of("seal.anchor.later") + without(result));
                break;
            default:
                say(
                        Icon.WARNING,
                        "icon-open",
                        words.of("seal.anchor.failed"),
                        words.of("seal.anchor.later") + without(result));
        }
    }

    /** A sentence about the calendars that promised nothing. */
    private String without(StampResult result) {
        String failed = result.calendars().stream()
                .filter(calendar -> !calendar.stamped())
                .map(calendar -> Safe.text(calendar.uri()))
                .collect(Collectors.joining(", "));
        return failed.isEmpty() ? "" : " " + words.of("seal.anchor.without", failed);
    }

    private void say(Icon icon, String colour, String title, String detail) {
        view.anchor(icon, colour, title, detail);
    }
}
