package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.prove.Proving.SealAtHand;
import org.trialseal.core.seal.Network;

/** Says what the anchoring of a seal means for a package made now. */
final class AnchorNotes {
    private final Words words;
    private final ProveView view;

    AnchorNotes(Words words, ProveView view) {
        this.words = words;
        this.view = view;
    }

    /** What is to be said; nothing when the time is proven. */
    List<Node> of(SealAtHand seal) {
        List<Node> notes = new ArrayList<>();
        text(seal.anchor())
                .ifPresent(text -> notes.add(view.note("prove-pending", words.of("prove.pending.title"), text)));
        if (seal.folder().statement().network() == Network.PRACTICE) {
            notes.add(view.note("prove-practice", words.of("prove.practice.title"), words.of("prove.practice")));
        }
        return notes;
    }

    private Optional<String> text(Optional<AnchorProgress> anchor) {
        if (anchor.isEmpty()) {
            return Optional.of(words.of("prove.unreadable"));
        }
        switch (anchor.get().step()) {
            case NONE:
                return Optional.of(words.of("prove.none"));
            case PENDING, OVERDUE:
                return Optional.of(words.of("prove.pending"));
            default:
                return Optional.empty();
        }
    }
}
