package org.trialseal.app.ui.trail;

import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.part.ZoomPane;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.trail.TrailModel.Drawn;
import org.trialseal.app.ui.trail.TrailModel.Failed;
import org.trialseal.app.ui.trail.TrailModel.Stage;
import org.trialseal.app.ui.words.Words;

/** The drawing below a bar with the way back, zoom, saving and printing. */
public final class TrailScreen implements Screen {
    private final BorderPane root = new BorderPane();
    private final Words words;
    private final TrailModel model;
    private final Button back;
    private final Button larger;
    private final Button smaller;
    private final Button fit;
    private final Button save;
    private final Button print;
    private final Label zoom = new Label();
    private final HBox left = new HBox(8);
    private final FlowPane right = new FlowPane(8, 8);
    private boolean narrow;

    /** A screen that reads {@code file} at once. */
    public TrailScreen(Words words, TrailModel model, Navigator navigator, Path file) {
        this.words = words;
        this.model = model;
        back = Buttons.icon("trail-back", Icon.BACK, words.of("trail.back"));
        larger = Buttons.icon("trail-larger", Icon.ZOOM_IN, words.of("trail.larger"));
        smaller = Buttons.icon("trail-smaller", Icon.ZOOM_OUT, words.of("trail.smaller"));
        fit = Buttons.icon("trail-fit", Icon.ZOOM_FIT, words.of("trail.fit"));
        save = Buttons.with(Icon.SAVE, Buttons.plain("trail-save", words.of("trail.save")));
        print = Buttons.with(Icon.PRINT, Buttons.quiet("trail-print", words.of("trail.print")));
        zoom.setId("trail-zoom");
        zoom.getStyleClass().add("caption");
        zoom.setMinWidth(44);
        zoom.setAlignment(Pos.CENTER);
        back.setOnAction(event -> navigator.back());
        save.setOnAction(event -> model.save());
        print.setOnAction(event -> model.print());
        bar(words);
        root.widthProperty().addListener((value, before, width) -> fitTo(width.doubleValue()));
        model.stageProperty().addListener((value, before, stage) -> show(stage));
        show(model.stageProperty().get());
        model.read(file);
    }

    private void bar(Words words) {
        Label title = Labels.of("title", words.of("trail.title"));
        left.getChildren().setAll(back, title);
        left.setAlignment(Pos.CENTER_LEFT);
        HBox zooming = new HBox(0, smaller, zoom, larger, fit);
        zooming.setAlignment(Pos.CENTER);
        HBox.setHgrow(left, Priority.ALWAYS);
        right.getChildren().setAll(zooming, print, save);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setPrefWrapLength(480);
        head(false);
    }

    /** The bar above: one line, or two in a narrow window. */
    private void head(boolean two) {
        Pane bar = two ? new VBox(8, left, right) : new HBox(16, left, right);
        right.setAlignment(two ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        bar.setPadding(new Insets(16, 24, 16, 16));
        bar.getStyleClass().add("bar");
        root.setTop(bar);
    }

    private void fitTo(double width) {
        boolean now = width < Page.NARROW;
        if (now != narrow) {
            narrow = now;
            head(narrow);
            if (model.stageProperty().get() instanceof Drawn drawn) {
                draw(drawn);
            }
        }
    }

    private void show(Stage stage) {
        boolean drawn = stage instanceof Drawn;
        for (Button button : new Button[] {larger, smaller, fit, save, print}) {
            button.setDisable(!drawn);
        }
        if (stage instanceof Drawn shown) {
            draw(shown);
        } else if (stage instanceof Failed failed) {
            VBox card = new VBox(
                    8,
                    Labels.of("title", failed.trouble().title()),
                    Labels.of("body", failed.trouble().advice()),
                    Labels.of("digest", failed.trouble().detail()));
            card.getStyleClass().addAll("card", "verdict", "failed");
            StackPane middle = new StackPane(card);
            middle.setPadding(new Insets(40));
            root.setCenter(middle);
        } else {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setMaxSize(48, 48);
            turning.setAccessibleText(words.of("trail.title"));
            root.setCenter(turning);
        }
    }

    private void draw(Drawn drawn) {
        Drawing drawing = narrow ? drawn.column() : drawn.drawing();
        ZoomPane pane = new ZoomPane(DrawingNode.of(drawing), drawing.description());
        pane.setId("trail-drawing");
        pane.zoomProperty()
                .addListener((value, before, now) ->
                        zoom.setText(words.of("trail.percent", Math.round(now.doubleValue() * 100))));
        zoom.setText(words.of("trail.percent", Math.round(pane.zoomProperty().get() * 100)));
        larger.setOnAction(event -> pane.larger());
        smaller.setOnAction(event -> pane.smaller());
        fit.setOnAction(event -> pane.fit());
        root.setCenter(pane);
        pane.requestFocus();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return back;
    }

    @Override
    public void close() {
        model.cancel();
    }
}
