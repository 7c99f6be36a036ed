package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobotInterface;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.Profiles;

/** A whole desktop in a clean profile, in a window that the test clicks in and types to. */
@NullUnmarked
public abstract class DesktopTest extends ApplicationTest {
    private static final long SECONDS = 20;

    /** The person's answers to file dialogs. */
    protected final ChosenFiles files = new ChosenFiles();

    /** What was to be shown in its folder. */
    protected final List<Path> shown = new CopyOnWriteArrayList<>();

    /** A folder for this test alone. */
    protected Path home;

    private Stage window;
    private Desktop desktop;
    private double width;
    private double height;

    @Override
    public void start(Stage stage) throws IOException {
        window = stage;
        home = Files.createTempDirectory("trialseal-desktop-");
        prepare();
        desktop = new Desktop(stage, surroundings(), files, shown::add);
        desktop.show();
        width = stage.getWidth();
        height = stage.getHeight();
    }

    /** The computer that the desktop runs on. */
    protected Surroundings surroundings() {
        return Profiles.clean(home);
    }

    /** Puts something into {@link #home} before the window opens. */
    protected void prepare() throws IOException {}

    @AfterEach
    void closeTheDesktop() throws Exception {
        interact(() -> {
            // All tests share the window, and the next one is to find it as large as this one did.
            window.setWidth(width);
            window.setHeight(height);
            desktop.close();
        });
        FxToolkit.hideStage();
        assertNoThreadIsLeft();
    }

    /** Closes the window, and opens one on another computer. */
    protected void moveTo(Surroundings other) {
        interact(() -> {
            desktop.close();
            window.hide();
        });
        assertNoThreadIsLeft();
        interact(() -> {
            desktop = new Desktop(window, other, files, shown::add);
            desktop.show();
        });
    }

    private static void assertNoThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .as("threads that are left when the window is closed")
                .noneMatch(thread -> thread.getName().startsWith("trialseal-") && thread.isAlive());
    }

    Desktop desktop() {
        return desktop;
    }

    /** Drops files on the window. */
    protected void drop(Path... dropped) {
        interact(() -> desktop.model().drop(List.of(dropped)));
    }

    /** The text of a node; empty while there is none of this id. */
    protected String text(String id) {
        return on(() -> lookup("#" + id)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse(""));
    }

    /** Waits until a node of this id can be seen. */
    protected <T extends Node> T await(String id) {
        until(() -> lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent(), id + " to be seen");
        return lookup("#" + id).query();
    }

    /** Looks where nobody changes the window meanwhile. */
    @Override
    public NodeQuery lookup(String query) {
        return still(super.lookup(query));
    }

    private static NodeQuery still(NodeQuery query) {
        return (NodeQuery) Proxy.newProxyInstance(
                NodeQuery.class.getClassLoader(), new Class<?>[] {NodeQuery.class}, (proxy, method, arguments) -> {
                    Object found = on(() -> method.invoke(query, arguments));
                    return found instanceof NodeQuery further ? still(further) : found;
                });
    }

    @Override
    public FxRobotInterface clickOn(String query, MouseButton... buttons) {
        return clickOn(lookup(query).match(Node::isVisible).<Node>query(), buttons);
    }

    /** Scrolls the page until a node is in view. */
    protected Node reach(String id) {
        Node node = await(id);
        interact(() -> {
            ScrollPane page = lookup(".page-scroll").queryAs(ScrollPane.class);
            double room = page.getContent().getBoundsInLocal().getHeight()
                    - page.getViewportBounds().getHeight();
            double y = page.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
            page.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, (y - 100) / room)));
            page.layout();
        });
        return node;
    }

    /** Waits for something, and says what did not come. */
    protected void until(Callable<Boolean> condition, String what) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> on(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(String.format(Locale.ROOT, "waited %d seconds for %s", SECONDS, what), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The answer to a question about the window, asked where nobody changes it meanwhile. */
    protected static <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), question);
    }
}
