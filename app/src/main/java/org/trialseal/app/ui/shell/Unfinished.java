package org.trialseal.app.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.words.Words;

/** Stands where a screen is to come, and says so. */
public final class Unfinished implements Screen {
    private final Page page;

    /** A placeholder in a language. */
    public Unfinished(Words words) {
        page = new Page(new Header(words.of("shell.unfinished.title"), words.of("shell.unfinished.sentence")));
    }

    @Override
    public Parent root() {
        return page.root();
    }

    @Override
    public Node first() {
        return page.root();
    }
}
