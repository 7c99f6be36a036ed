package org.trialseal.app.ui.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.work.study.SampleStudy;

/** The comparison: asked, changed with and without old values, identical, trouble. */
final class CompareScenes implements Scenes {
    @Override
    public void addTo(Album album) {
        album.add("compare-empty", stage -> stage.window().open(new Route.Compare(Optional.empty(), List.of())));
        album.add("compare-asked", stage -> ask(stage, stage.sample().later().resolve("lb.csv")));
        album.add("compare-changed", stage -> {
            open(stage, stage.sample().laboratoryPackage(), edited(stage));
            stage.<Node>node("compare-table");
        });
        album.add("compare-table", stage -> {
            open(stage, stage.sample().laboratoryPackage(), edited(stage));
            scroll(stage.node("compare-table"));
        });
        album.add("compare-folder", stage -> {
            ask(stage, edited(stage), stage.sample().later().resolve("vs.csv"));
            answer(stage, SampleStudy.PASSPHRASE);
            stage.<Node>node("compare-sentence");
        });
        album.add("compare-moved", stage -> {
            open(stage, stage.sample().laboratoryPackage(), moved(stage));
            stage.<Node>node("compare-table");
        });
        album.add("compare-package", stage -> {
            ask(stage, stage.sample().fieldPackage());
            answer(stage, SampleStudy.PASSPHRASE);
            stage.<Node>node("compare-sentence");
        });
        album.add("compare-how", stage -> {
            ask(stage, stage.sample().later().resolve("lb.csv"));
            stage.expand("compare-how-line");
        });
        album.add("compare-identical", stage -> {
            ask(
                    stage,
                    stage.sample().data().resolve("lb.csv"),
                    stage.sample().later().resolve("vs.csv"));
            answer(stage, SampleStudy.PASSPHRASE);
            stage.<Node>node("compare-sentence");
        });
        album.add("compare-trouble", stage -> {
            ask(stage, stage.sample().later().resolve("lb.csv"));
            answer(stage, "not the passphrase");
            stage.<Node>node("compare-trouble");
        });
    }

    private static void ask(Stage stage, Path... later) {
        stage.window().open(new Route.Compare(Optional.of(stage.sample().lockSeal()), List.of(later)));
        stage.<Node>node("compare-passphrase");
    }

    private static void answer(Stage stage, String typed) {
        TextField passphrase = stage.node("compare-passphrase");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> passphrase.setText(typed));
        stage.press("compare-go");
    }

    private static void open(Stage stage, Path seal, Path later) {
        stage.window().open(new Route.Compare(Optional.of(seal), List.of(later)));
        stage.<Node>node("compare-sentence");
    }

    private static void scroll(Node table) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            for (Node node = table; node != null; node = node.getParent()) {
                if (node instanceof javafx.scene.control.ScrollPane pane) {
                    double content = pane.getContent().getBoundsInLocal().getHeight();
                    double y = pane.getContent()
                            .sceneToLocal(table.localToScene(0, 0))
                            .getY();
                    double room = content - pane.getViewportBounds().getHeight();
                    pane.setVvalue(room <= 0 ? 0 : Math.min(1, Math.max(0, (y - 200) / room)));
                }
            }
        });
    }

    /** The laboratory results with two records in each other's place, one changed, one removed, one twice. */
    private static Path moved(Stage stage) throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(stage.sample().data().resolve("lb.csv")));
        java.util.Collections.swap(lines, 30, 31);
        int changed = 50;
        while (!lines.get(changed).contains("U/L")) {
            changed++;
        }
        lines.set(changed, lines.get(changed).replaceFirst("U/L", "IU/L"));
        lines.remove(70);
        lines.add(90, lines.get(90));
        Path file = Files.createDirectories(stage.folder().resolve("moved")).resolve("lb.csv");
        return Files.write(file, lines);
    }

    /** The laboratory results with many values changed, records added and removed. */
    private static Path edited(Stage stage) throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(stage.sample().later().resolve("lb.csv")));
        for (int i = 10; i < lines.size(); i += 97) {
            lines.set(i, lines.get(i).replaceFirst("U/L", "IU/L").replaceFirst("NORMAL", ""));
        }
        lines.remove(40);
        lines.remove(41);
        lines.add(60, lines.get(60).replaceFirst("-[0-9]{3}-[0-9]{4},", "-011-9999,"));
        Path file = Files.createDirectories(stage.folder().resolve("edited")).resolve("lb.csv");
        return Files.write(file, lines);
    }
}
