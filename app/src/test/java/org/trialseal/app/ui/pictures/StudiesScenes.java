package org.trialseal.app.ui.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.Profiles;

/** The door Studies: several studies in order, the charts of one, a gap, a fork, a calendar that refuses. */
final class StudiesScenes implements Scenes {
    @Override
    public void addTo(Album album) {
        album.add("studies", stage -> open(stage, false));
        album.add("studies-charts", stage -> {
            open(stage, false);
            stage.scrollTo("studies-times");
        });
        album.add("studies-seals", stage -> {
            open(stage, false);
            stage.scrollTo("seal-3");
        });
        album.add("studies-gap", stage -> {
            open(stage, false, "card-3");
            expand(stage, "CARD-0119");
            stage.<Node>node("studies-gap");
        });
        album.add("studies-fork", stage -> {
            open(stage, false, "ped-1");
            expand(stage, "PED-3310");
            stage.<Node>node("studies-fork");
        });
        album.add("studies-empty", StudiesScenes::empty);
        album.add("studies-trouble", stage -> {
            open(stage, true);
            stage.scrollTo("help-5");
        });
    }

    private static void open(Stage stage, boolean trouble) throws IOException {
        open(stage, trouble, "onc-5");
        stage.<Node>node("seal-5");
        WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
    }

    /** The study that this seal belongs to stands first and open; what other scenes sealed is left out. */
    private static void open(Stage stage, boolean trouble, String seal) throws IOException {
        stage.network().refuse(trouble);
        Path folder = stage.folder().resolve(seal);
        List<String> kept = new ArrayList<>();
        for (String line : Files.readAllLines(register(stage))) {
            if (!line.matches(".*seal-[0-9]{6,}") && !line.endsWith(folder.toString())) {
                kept.add(line);
            }
        }
        Files.write(register(stage), kept);
        stage.window().open(new Route.Studies(Optional.of(folder)));
    }

    private static void expand(Stage stage, String study) {
        stage.<Node>node("study-0");
        for (int i = 0; stage.isThere("study-" + i); i++) {
            if (stage.<Node>node("study-" + i).getAccessibleText().startsWith(study)) {
                stage.expand("study-" + i);
            }
        }
    }

    private static void empty(Stage stage) throws IOException {
        Path away = stage.folder().resolve("away.txt");
        Files.move(register(stage), away);
        stage.window().open(new Route.Studies());
        stage.<Node>node("studies-choose");
        Files.move(away, register(stage), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path register(Stage stage) {
        return Profiles.places(stage.folder()).data().resolve("seals.txt");
    }
}
