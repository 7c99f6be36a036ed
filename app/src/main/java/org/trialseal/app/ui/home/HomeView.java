package org.trialseal.app.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.ActionCard;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.words.Words;

/** Three doors as large cards, and the sample trial for whoever is new. */
final class HomeView {
    private static final double GAP = 16;
    private static final double LEAST_CARD = 224;

    final ActionCard seal;
    final ActionCard verify;
    final ActionCard studies;
    final Button compare;
    final Button sample;
    final Button cancel;
    final ProgressBar progress = new ProgressBar();
    final Label sampleText;
    final Page page;

    HomeView(Words words) {
        seal = card("home-seal", Icon.SEAL, words.of("home.seal.title"), words.of("home.seal.text"));
        verify = card("home-verify", Icon.VERIFY, words.of("home.verify.title"), words.of("home.verify.text"));
        studies = card("home-studies", Icon.STUDIES, words.of("home.studies.title"), words.of("home.studies.text"));
        compare = Buttons.quiet("home-compare", words.of("home.compare"));
        sample = Buttons.plain("home-sample", words.of("home.sample.button"));
        cancel = Buttons.quiet("home-cancel", words.of("home.sample.cancel"));
        sampleText = Labels.of("muted body", words.of("home.sample.text"));
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(words.of("home.sample.title"));
        page = new Page(
                new Header(words.of("home.title"), words.of("home.lead")), doors(), besides(words), sampleCard(words));
    }

    private static ActionCard card(String id, Icon icon, String title, String text) {
        StackPane disc = new StackPane(icon.node(24, "icon-accent"));
        disc.getStyleClass().add("icon-disc");
        return new ActionCard(id, title + ". " + text, disc, Labels.of("title", title), Labels.of("muted body", text));
    }

    /** The cards beside each other, or below each other in a narrow window. */
    private GridPane doors() {
        List<ActionCard> cards = List.of(seal, verify, studies);
        GridPane doors = new GridPane();
        doors.setHgap(GAP);
        doors.setVgap(GAP);
        doors.getChildren().setAll(cards);
        cards.forEach(card -> GridPane.setFillHeight(card, true));
        arrange(doors, cards.size());
        doors.widthProperty().addListener((value, before, width) -> {
            boolean wide = width.doubleValue() >= cards.size() * LEAST_CARD + (cards.size() - 1) * GAP;
            arrange(doors, wide ? cards.size() : 1);
        });
        return doors;
    }

    private void arrange(GridPane doors, int columns) {
        if (doors.getColumnConstraints().size() == columns) {
            return;
        }
        doors.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            doors.getColumnConstraints().add(constraints);
        }
        for (int i = 0; i < doors.getChildren().size(); i++) {
            GridPane.setConstraints(doors.getChildren().get(i), i % columns, i / columns);
        }
    }

    /** What has no door of its own. */
    private FlowPane besides(Words words) {
        FlowPane line = new FlowPane(4, 0, Labels.of("muted", words.of("home.drop")), compare);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox sampleCard(Words words) {
        VBox text = new VBox(4, Labels.of("heading", words.of("home.sample.title")), sampleText, progress);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(16, Icon.SAMPLE.node(28, "icon-accent"), text, sample, cancel);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card");
        return card;
    }
}
