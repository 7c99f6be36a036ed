package org.trialseal.app.ui.trail;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.trialseal.app.ui.trail.Drawing.Arrow;
import org.trialseal.app.ui.trail.Drawing.Box;
import org.trialseal.app.ui.trail.Drawing.Point;
import org.trialseal.app.ui.trail.Drawing.Shape;
import org.trialseal.app.ui.trail.Drawing.Words;

/** Shows a drawing in the colours of the theme. */
final class DrawingNode {
    private static final double ROUND = 24;

    private DrawingNode() {}

    static Pane of(Drawing drawing) {
        Pane pane = new Pane();
        pane.getStyleClass().add("drawing");
        pane.setMinSize(drawing.width(), drawing.height());
        pane.setPrefSize(drawing.width(), drawing.height());
        pane.setMaxSize(drawing.width(), drawing.height());
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Arrow arrow) {
                pane.getChildren().addAll(line(arrow), head(arrow));
            } else {
                pane.getChildren().add(shape instanceof Box box ? box(box) : text((Words) shape));
            }
        }
        return pane;
    }

    private static Node box(Box box) {
        Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
        rectangle.setArcWidth(ROUND);
        rectangle.setArcHeight(ROUND);
        rectangle.getStyleClass().addAll("drawing-box", box.tone().styleClass());
        return rectangle;
    }

    private static Node line(Arrow arrow) {
        Polyline line = new Polyline();
        for (Point point : arrow.points()) {
            line.getPoints().addAll(point.x(), point.y());
        }
        line.getStyleClass().add("drawing-arrow");
        return line;
    }

    private static Node head(Arrow arrow) {
        Polygon head = new Polygon();
        for (Point point : Svg.ArrowHead.of(arrow)) {
            head.getPoints().addAll(point.x(), point.y());
        }
        head.getStyleClass().add("drawing-head");
        return head;
    }

    private static Node text(Words words) {
        Text text = new Text(words.x(), words.y(), words.text());
        text.setTextOrigin(VPos.BASELINE);
        text.getStyleClass().add(words.face().styleClass());
        return text;
    }
}
