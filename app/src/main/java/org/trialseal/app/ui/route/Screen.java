package org.trialseal.app.ui.route;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** One screen, made by its feature and shown by the window. */
public interface Screen {
    /** What is shown. */
    Parent root();

    /** What has the focus when the screen appears. */
    Node first();

    /**
     * Files were dropped on the window while the screen is shown.
     *
     * @return whether the screen took them; else they lead where files of their kind lead
     */
    default boolean drop(List<Path> files) {
        return false;
    }

    /**
     * Files that are to be sealed were dropped on the window while the screen is shown.
     *
     * @return whether the screen seals them with its own; else another seal begins
     */
    default boolean add(List<Path> files) {
        return false;
    }

    /** Whether something is being made that {@link #close} would stop. */
    default boolean isWorking() {
        return false;
    }

    /** Ends what the screen has running; it is not shown again. */
    default void close() {}
}
