package org.trialseal.app.ui.route;

import javafx.scene.Node;
import javafx.scene.Parent;

/** One screen, made by its feature and shown by the window. */
public interface Screen {
    /** What is shown. */
    Parent root();

    /** What has the focus when the screen appears. */
    Node first();

    /** Ends what the screen has running; it is not shown again. */
    default void close() {}
}
