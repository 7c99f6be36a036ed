package org.trialseal.app.ui.pictures;

import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.work.study.SampleStudy;

/** Making a package: locked, nothing chosen, a subject chosen, fields and records chosen, the preview, saved. */
final class ProveScenes implements Scenes {
    @Override
    public void addTo(Album album) {
        album.add("prove-locked", stage -> {
            stage.window().open(new Route.Prove(stage.sample().lockSeal()));
            stage.<Node>node("prove-passphrase");
        });
        album.add("prove-empty", ProveScenes::open);
        album.add("prove-choice", stage -> {
            open(stage);
            choose(stage);
            scroll(stage, "prove-part-0", 360);
        });
        album.add("prove-records", stage -> {
            open(stage);
            ComboBox<String> what = stage.node("prove-part-2-what");
            WaitForAsyncUtils.waitForAsyncFx(
                    5_000, () -> what.getSelectionModel().select(2));
            TextField value = stage.node("prove-part-2-value-0");
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> value.setText(SampleStudy.SUBJECT));
            scroll(stage, "prove-part-2", 200);
        });
        album.add("prove-refused", stage -> {
            open(stage);
            ComboBox<String> what = stage.node("prove-part-2-what");
            WaitForAsyncUtils.waitForAsyncFx(
                    5_000, () -> what.getSelectionModel().select(2));
            stage.type("prove-part-2-value-0", "TS-2041-099-0001");
            scroll(stage, "prove-refused", 200);
        });
        album.add("prove-preview", stage -> {
            open(stage);
            choose(stage);
            scroll(stage, "prove-preview", 80);
        });
        album.add("prove-sample", stage -> {
            open(stage);
            choose(stage);
            scroll(stage, "prove-save", 600);
        });
        album.add("prove-saved", stage -> {
            open(stage);
            choose(stage);
            stage.answer(stage.folder().resolve("TS-2041-seal-2.trialseal"));
            stage.press("prove-save");
            stage.<Node>node("saved-title");
        });
    }

    private static void open(Stage stage) {
        stage.window().open(new Route.Prove(stage.sample().lockSeal()));
        TextField passphrase = stage.node("prove-passphrase");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> passphrase.setText(SampleStudy.PASSPHRASE));
        stage.press("prove-unlock");
        Node list = stage.node("prove-subjects");
        until(list);
    }

    private static void until(Node node) {
        for (int i = 0; i < 100 && !(node.isVisible() && node.getParent().isVisible()); i++) {
            WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        }
    }

    /** One subject, and two fields of the laboratory results. */
    private static void choose(Stage stage) {
        TextField search = stage.node("prove-search");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            search.setText(SampleStudy.SUBJECT);
            Event.fireEvent(
                    search, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        stage.press("prove-part-2-fields");
        stage.press("prove-part-2-field-LBTESTCD");
        stage.press("prove-part-2-field-LBORRES");
        for (int other : new int[] {0, 3, 4, 5, 6}) {
            ComboBox<String> what = stage.node("prove-part-" + other + "-what");
            WaitForAsyncUtils.waitForAsyncFx(
                    5_000, () -> what.getSelectionModel().select(0));
        }
        stage.<Node>node("prove-sum");
    }

    private static void scroll(Stage stage, String id, double above) {
        Node target = stage.node(id);
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            for (Node node = target; node != null; node = node.getParent()) {
                if (node.getStyleClass().contains("page-scroll")) {
                    ScrollPane page = (ScrollPane) node;
                    page.layout();
                    double room = page.getContent().getBoundsInLocal().getHeight()
                            - page.getViewportBounds().getHeight();
                    double y = page.getContent()
                            .sceneToLocal(target.localToScene(0, 0))
                            .getY();
                    page.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, (y - above) / room)));
                }
            }
        });
    }
}
