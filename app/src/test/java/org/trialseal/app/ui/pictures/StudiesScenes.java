package org.trialseal.app.ui.pictures;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.route.Route;

/** The door Studies: several studies in order, the charts of one, a gap, a calendar that refuses. */
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
            open(stage, false);
            stage.expand("study-3");
        });
        album.add("studies-trouble", stage -> {
            open(stage, true);
            stage.scrollTo("help-5");
        });
    }

    private static void open(Stage stage, boolean trouble) {
        stage.network().refuse(trouble);
        stage.window().open(new Route.Studies(Optional.of(stage.folder().resolve("onc-5"))));
        stage.<Node>node("seal-5");
        WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
    }
}
