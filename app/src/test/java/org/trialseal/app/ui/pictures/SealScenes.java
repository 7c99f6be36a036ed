package org.trialseal.app.ui.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.route.Route;

/** The door Seal: empty, files understood, one of them mended, one refused, all answered, sealed. */
final class SealScenes implements Scenes {
    @Override
    public void addTo(Album album) {
        album.add("seal-empty", stage -> stage.window().open(new Route.Seal(List.of())));
        album.add("seal-files", stage -> open(stage, "dm.csv", "lb.csv", "protocol.pdf"));
        album.add("seal-mend", stage -> {
            open(stage, "dm.csv", "lb.csv");
            stage.expand("seal-file-1");
        });
        album.add("seal-refused", stage -> {
            Path broken = stage.folder().resolve("broken.csv");
            Files.writeString(broken, "USUBJID,AGE\n01,34\n02,\"41\n03,29\n", StandardCharsets.UTF_8);
            stage.window().open(new Route.Seal(List.of(broken)));
            stage.<Node>node("seal-file-0-as");
        });
        album.add("seal-answers", stage -> {
            open(stage, "dm.csv", "lb.csv");
            answer(stage);
            scroll(stage, 0.55);
        });
        album.add("seal-ready", stage -> {
            open(stage, "dm.csv", "lb.csv");
            answer(stage);
            scroll(stage, 1);
        });
        album.add("seal-paused", stage -> {
            stage.window().open(new Route.Seal(List.of(large(stage))));
            stage.<Node>node("seal-file-0-summary");
            WaitForAsyncUtils.sleep(3, java.util.concurrent.TimeUnit.SECONDS);
            answer(stage);
            stage.press("seal-go");
            stage.press("seal-pause");
        });
        album.add("seal-stopped", stage -> {
            stage.press("seal-stop");
            stage.<Node>node("seal-stopped");
        });
        album.add("seal-failed", stage -> {
            open(stage, "dm.csv", "lb.csv");
            answer(stage);
            Path taken = Files.createDirectories(stage.folder().resolve("taken"));
            stage.type("seal-folder", taken.toString());
            stage.press("seal-go");
            stage.<Node>node("seal-trouble");
        });
        album.add("seal-made", stage -> {
            open(stage, "dm.csv", "lb.csv");
            answer(stage);
            stage.press("seal-go");
            stage.<Node>node("sealed-title");
            WaitForAsyncUtils.sleep(2, java.util.concurrent.TimeUnit.SECONDS);
        });
    }

    private static void scroll(Stage stage, double value) {
        Node form = stage.node("seal-study");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            for (Node node = form; node != null; node = node.getParent()) {
                if (node.getStyleClass().contains("page-scroll")) {
                    ((javafx.scene.control.ScrollPane) node).setVvalue(value);
                }
            }
        });
    }

    private static void answer(Stage stage) {
        TextField study = stage.node("seal-study");
        ComboBox<String> milestone = stage.node("seal-milestone");
        TextField folder = stage.node("seal-folder");
        TextField passphrase = stage.node("seal-passphrase");
        TextField again = stage.node("seal-again");
        RadioButton practice = stage.node("seal-practice");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            study.setText("TS-2041");
            milestone.getSelectionModel().select(3);
            folder.setText(stage.folder().resolve("seal-" + System.nanoTime()).toString());
            passphrase.setText("for training only");
            again.setText("for training only");
            practice.fire();
        });
    }

    /** So many records that the picture is taken before they are sealed. */
    private static Path large(Stage stage) throws IOException {
        Path file = stage.folder().resolve("telemetry.csv");
        StringBuilder rows = new StringBuilder("USUBJID,VISIT,MINUTE,PULSE\n");
        for (int i = 0; i < 300_000; i++) {
            rows.append("S-")
                    .append(i / 1_000)
                    .append(',')
                    .append(i / 250 % 4)
                    .append(',')
                    .append(i % 250);
            rows.append(',').append(60 + i % 37).append('\n');
        }
        return Files.writeString(file, rows);
    }

    private static void open(Stage stage, String... names) {
        List<Path> files =
                List.of(names).stream().map(stage.sample().data()::resolve).toList();
        stage.window().open(new Route.Seal(files));
        stage.<Node>node("seal-file-0-summary");
        WaitForAsyncUtils.sleep(1, java.util.concurrent.TimeUnit.SECONDS);
    }
}
