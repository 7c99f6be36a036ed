package org.trialseal.app.ui.pictures;

import java.nio.file.Path;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.work.study.SampleStudy;

/** What a feature wants to have its picture taken of. */
@FunctionalInterface
public interface Scenes {
    /** Adds scenes. */
    void addTo(Album album);

    /** Where scenes are added. */
    interface Album {
        /**
         * Adds a picture.
         *
         * @param name of the file, such as {@code verify-passed}
         * @param scene brings the window to what is to be seen; does not run on the interface thread
         */
        void add(String name, Scene scene);
    }

    /** Brings the window to what is to be seen. */
    @FunctionalInterface
    interface Scene {
        void open(Stage stage) throws Exception;
    }

    /** What a scene can use. */
    interface Stage {
        /** The window's navigation. */
        Navigator window();

        /** The sample trial, sealed and proven on the practice network. */
        SampleStudy sample();

        /** A calendar and a node on a small chain, which counts as the main one in the window. */
        SmallNetwork network();

        /** A folder for files of the scene. */
        Path folder();

        /** A node of the window by its id; the scene waits until it is there and everything has come to rest. */
        <N extends javafx.scene.Node> N node(String id);

        /** Whether there is a node of this id. */
        boolean isThere(String id);

        /** Fires a button, or any other thing that can be pressed, and waits until everything has come to rest. */
        void press(String id);

        /** The answer to the next question for a file. */
        void answer(Path file);

        /** Says something in the window's notice. */
        void tell(Notice notice);

        /** What the window says of a failure of its work in the background. */
        String explained(Exception failure);

        /** Types into a field, instead of what is there. */
        void type(String id, String text);

        /** Scrolls until a node stands at the top. */
        void scrollTo(String id);

        /** Opens a line that has more to show, and scrolls to it. */
        void expand(String id);
    }
}
