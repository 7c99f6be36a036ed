package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.pictures.Scenes;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/** Every screen without a mouse, without eyes, and at 200 %: names, the key Tab, and text that is not cut. */
@NullUnmarked
final class EveryScreenTest extends SceneTest {
    private static final int MOST_STOPS = 250;
    private static final double RING = 8;

    /** Each screen in each of its stages once, which is enough for the key Tab. */
    private static final Set<String> WALKED = Set.of(
            "home",
            "settings",
            "seal-empty",
            "seal-mend",
            "seal-refused",
            "seal-paused",
            "seal-failed",
            "seal-made",
            "verify-empty",
            "verify-evidence",
            "verify-malformed",
            "proof-picture",
            "compare-empty",
            "compare-changed",
            "compare-how",
            "compare-trouble",
            "prove-locked",
            "prove-choice",
            "prove-records",
            "prove-saved",
            "studies",
            "studies-trouble",
            "studies-empty");

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> ringsSeen = new HashSet<>();

    @Test
    void everyScreen_at200Percent_isReachedByTabWithNamesAndRingsAndNothingCut() throws Exception {
        look(Theme.LIGHT, Language.GERMAN, 2);
        for (Map.Entry<String, Scenes.Scene> scene : scenes.entrySet()) {
            scene.getValue().open(this);
            WaitForAsyncUtils.waitForFxEvents(5);
            names(scene.getKey());
            cuts(scene.getKey());
            if (WALKED.contains(scene.getKey())) {
                walk(scene.getKey());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyScreen_inBothLanguages_hasNamesAndNothingCut() throws Exception {
        for (Language language : Language.values()) {
            look(Theme.HIGH_CONTRAST, language, 1);
            for (Map.Entry<String, Scenes.Scene> scene : scenes.entrySet()) {
                scene.getValue().open(this);
                WaitForAsyncUtils.waitForFxEvents(5);
                names(scene.getKey() + " " + language);
                cuts(scene.getKey() + " " + language);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void names(String scene) {
        List<Node> all = nodes();
        for (Node node : all) {
            if (isFocusable(node) && name(node, all).isBlank()) {
                wrong.add(scene + ": no name for " + said(node));
            }
        }
    }

    private static String name(Node node, List<Node> all) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        return all.stream()
                .filter(other -> other instanceof Label label && label.getLabelFor() == node)
                .map(label -> ((Label) label).getText())
                .findFirst()
                .orElse("");
    }

    /** Text that ends in dots, and what stands beyond the edge of the window. */
    private void cuts(String scene) {
        for (Node node : nodes()) {
            if (node instanceof Labeled labeled && isText(labeled)) {
                String shown = drawn(labeled);
                if (!bare(shown).equals(bare(labeled.getText()))) {
                    wrong.add(scene + ": '" + labeled.getText() + "' is shown as '" + shown + "' in " + said(node));
                }
                double right =
                        on(() -> node.localToScene(node.getBoundsInLocal()).getMaxX());
                if (right > desktop().scene().getWidth() + 1) {
                    wrong.add(scene + ": '" + labeled.getText() + "' ends beyond the window");
                }
            }
        }
    }

    /** Cells of tables have tips, and tables scroll; a menu's button has a label of its own. */
    private static boolean isText(Labeled labeled) {
        boolean own = !(labeled instanceof MenuButton);
        boolean words = own && labeled.getText() != null && !labeled.getText().isBlank();
        boolean shown = labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && labeled.getWidth() > 0;
        return words && shown && !isIn(labeled, TableView.class) && !isIn(labeled, ListCell.class);
    }

    private static boolean isIn(Node node, Class<?> kind) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String drawn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse("");
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    /** From the first control by Tab to every one, and back to the first. */
    private void walk(String scene) {
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Node first = focused();
        Node last = first;
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            tab();
            Node now = focused();
            if (now == null || now == last && stops > 0) {
                wrong.add(scene + ": Tab does not leave " + said(last));
                return;
            }
            if (!reached.add(now)) {
                break;
            }
            seen(scene, now);
            last = now;
        }
        for (Node node : nodes()) {
            if (isFocusable(node) && !reached.contains(node)) {
                wrong.add(scene + ": Tab does not reach " + said(node));
            }
        }
        push(KeyCode.SHIFT, KeyCode.TAB);
        if (focused() != last && reached.size() > 1) {
            wrong.add(scene + ": Shift+Tab does not lead back to " + said(last));
        }
    }

    /** The focus stands in the window, and can be seen. */
    private void seen(String scene, Node node) {
        Bounds place = on(() -> node.localToScene(node.getLayoutBounds()));
        if (place.getMaxY() < 0 || place.getMinY() > desktop().scene().getHeight()) {
            wrong.add(scene + ": not scrolled to " + said(node));
        }
        if (ringsSeen.add(node.getClass() + " " + node.getStyleClass())) {
            on(() -> {
                desktop().scene().getRoot().requestFocus();
                return true;
            });
            WritableImage without = picture();
            on(() -> {
                node.requestFocus();
                return true;
            });
            tab();
            push(KeyCode.SHIFT, KeyCode.TAB);
            if (focused() == node && same(without, picture(), place)) {
                wrong.add(scene + ": the focus cannot be seen on " + said(node));
            }
        }
    }

    private boolean same(WritableImage one, WritableImage other, Bounds place) {
        int left = (int) Math.max(0, place.getMinX() - RING);
        int top = (int) Math.max(0, place.getMinY() - RING);
        int right = (int) Math.min(one.getWidth(), place.getMaxX() + RING);
        int bottom = (int) Math.min(one.getHeight(), place.getMaxY() + RING);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A real key, without the rests of a person. */
    private void tab() {
        on(() -> {
            Robot robot = new Robot();
            robot.keyPress(KeyCode.TAB);
            robot.keyRelease(KeyCode.TAB);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    private WritableImage picture() {
        return on(() -> desktop().scene().getRoot().snapshot(null, null));
    }

    private Node focused() {
        return on(() -> desktop().scene().getFocusOwner());
    }

    /** Of several that exclude each other, Tab leads to the chosen one and the arrows to the others. */
    private static boolean isFocusable(Node node) {
        boolean byArrow = node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null
                && !toggle.isSelected();
        return node.isFocusTraversable() && !node.isDisabled() && !byArrow && !(node instanceof ScrollBar);
    }

    private List<Node> nodes() {
        return on(() -> {
            List<Node> nodes = new ArrayList<>();
            desktop().scene().getRoot().layout();
            add(desktop().scene().getRoot(), nodes);
            return nodes;
        });
    }

    /** What can be seen, or scrolled to. */
    private static void add(Node node, List<Node> nodes) {
        if (node.isVisible()) {
            nodes.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> add(child, nodes));
            }
        }
    }

    private static String said(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + " " + node.getStyleClass();
    }
}
