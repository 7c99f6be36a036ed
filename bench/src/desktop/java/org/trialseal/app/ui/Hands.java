package org.trialseal.app.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** A person at the window: real clicks, keys and turns of the wheel, through the window system. */
final class Hands {
    private static final long KEY_MILLIS = 40;
    private static final long LOOK_MILLIS = 100;

    private final Scene scene;
    private Optional<Robot> robot = Optional.empty();

    Hands(Scene scene) {
        this.scene = scene;
    }

    /** Does something on the interface thread and waits for it. */
    static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    static void rest(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    private Robot robot() {
        if (robot.isEmpty()) {
            robot = Optional.of(new Robot());
        }
        return robot.get();
    }

    void await(int seconds, String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!on(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "waited %d seconds for %s", seconds, what));
            }
            rest(LOOK_MILLIS);
        }
        twoPulses();
    }

    private void twoPulses() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            drawn.countDown();
        };
        on(() -> {
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return true;
        });
        drawn.await(10, TimeUnit.SECONDS);
    }

    void await(int seconds, String id) throws Exception {
        await(seconds, id, () -> isSeen(id));
    }

    /** Whether a node of this id can be seen. For the interface thread. */
    boolean isSeen(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    /** The text of a node; empty while there is none. For the interface thread. */
    String text(String id) {
        return scene.lookup("#" + id) instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    }

    <T extends Node> T node(Class<T> type, String query) {
        return type.cast(scene.lookup(query));
    }

    /** Scrolls the page until a node is in view, moves there and clicks. */
    void click(String query) throws Exception {
        if (!clickIfThere(query)) {
            throw new IllegalStateException("nothing to click: " + query);
        }
    }

    boolean clickIfThere(String query) throws Exception {
        boolean there = on(() -> reach(query));
        if (there) {
            clickHere(query);
        }
        return there;
    }

    private void clickHere(String query) throws Exception {
        twoPulses();
        on(() -> {
            robot().mouseMove(middle(query));
            return true;
        });
        rest(KEY_MILLIS);
        on(() -> {
            robot().mouseClick(MouseButton.PRIMARY);
            return true;
        });
        rest(KEY_MILLIS);
    }

    private Point2D middle(String query) {
        Node node = scene.lookup(query);
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private boolean reach(String query) {
        Node node = scene.lookup(query);
        if (node == null) {
            return false;
        }
        ScrollPane page = (ScrollPane) scene.lookup(".page-scroll");
        double room =
                page.getContent().getBoundsInLocal().getHeight() - page.getViewportBounds().getHeight();
        double y = page.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        boolean inside = node.localToScene(0, 0).getY() > 80
                && node.localToScene(node.getBoundsInLocal()).getMaxY() < scene.getHeight() - 20;
        if (!inside && room > 0) {
            page.setVvalue(Math.max(0, Math.min(1, (y - 100) / room)));
        }
        return true;
    }

    void type(String query, String text) throws Exception {
        click(query);
        type(text);
    }

    /** Types lower-case letters, digits, spaces and hyphens. */
    void type(String text) throws Exception {
        for (char letter : text.toCharArray()) {
            press(code(letter));
        }
    }

    private static KeyCode code(char letter) {
        if (letter == '-') {
            return KeyCode.MINUS;
        }
        return letter == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
    }

    /** Presses keys together and lets them go. */
    void press(KeyCode... keys) throws Exception {
        on(() -> {
            for (KeyCode key : keys) {
                robot().keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot().keyRelease(keys[i]);
            }
            return true;
        });
        rest(KEY_MILLIS);
    }

    /** Turns the wheel over a node, some notches, quickly. */
    void wheel(String query, int notches) throws Exception {
        on(() -> {
            robot().mouseMove(middle(query));
            return true;
        });
        for (int i = 0; i < Math.abs(notches); i++) {
            on(() -> {
                robot().mouseWheel(Integer.signum(notches));
                return true;
            });
            rest(16);
        }
    }

    /** Drags a node up or down, in steps as a hand does. */
    void drag(String query, double distance, int steps) throws Exception {
        Point2D from = on(() -> middle(query));
        on(() -> {
            robot().mouseMove(from);
            robot().mousePress(MouseButton.PRIMARY);
            return true;
        });
        for (int i = 1; i <= steps; i++) {
            Point2D to = from.add(0, distance * i / steps);
            on(() -> {
                robot().mouseMove(to);
                return true;
            });
            rest(16);
        }
        on(() -> {
            robot().mouseRelease(MouseButton.PRIMARY);
            return true;
        });
    }
}
