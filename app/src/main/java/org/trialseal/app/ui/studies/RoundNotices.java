package org.trialseal.app.ui.studies;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.anchor.AnchorFault;
import org.trialseal.app.work.anchor.AnchorRound;
import org.trialseal.app.work.anchor.HeaderAnswer;
import org.trialseal.core.anchor.HeaderNews.Branch;

/** What is said of asking for anchors as a whole: no server of block headers, none that answers, a branch of the chain. */
final class RoundNotices {
    private final Words words;

    RoundNotices(Words words) {
        this.words = words;
    }

    /** @param settings opens the settings; shown when a server is to be named there */
    List<Node> of(AnchorRound round, Button settings) {
        List<Node> notices = new ArrayList<>();
        if (round.serverMissing()) {
            notices.add(box(
                    "studies-no-server",
                    "warning",
                    new VBox(12, Labels.of("body", words.of("studies.no-server")), settings)));
        }
        boolean nobody =
                round.headers().stream().allMatch(answer -> answer.fault().isPresent());
        for (HeaderAnswer answer : round.headers()) {
            if (nobody) {
                answer.fault()
                        .ifPresent(fault -> notices.add(said(
                                "studies-headers-fault",
                                "warning",
                                words.of("studies.headers-fault", Safe.text(fault)))));
            }
            answer.news()
                    .flatMap(news -> news.branch())
                    .ifPresent(branch -> notices.add(said("studies-branch", "trouble", words(answer, branch))));
        }
        round.faults().stream()
                .filter(AnchorFault::isAboutAll)
                .forEach(
                        fault -> notices.add(said("studies-asking-fault", "trouble", SealHelp.sentence(words, fault))));
        return notices;
    }

    private String words(HeaderAnswer answer, Branch branch) {
        String server = Safe.text(answer.server());
        return branch.taken()
                ? words.of("studies.branch-taken", server, branch.fork())
                : words.of("studies.branch-kept", server, branch.fork());
    }

    private static HBox said(String id, String tone, String text) {
        return box(id, tone, new VBox(Labels.of("body", text)));
    }

    private static HBox box(String id, String tone, VBox says) {
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox box = new HBox(12, Icon.WARNING.node(20, tone.equals("trouble") ? "icon-failed" : "icon-open"), says);
        box.setId(id);
        box.getStyleClass().addAll("help", tone);
        return box;
    }
}
