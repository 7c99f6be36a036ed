package org.trialseal.app.ui.pictures;

import java.io.IOException;
import java.util.List;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Route;

/** Every feature that has pictures. */
public final class AllScenes {
    private static final List<Scenes> FEATURES = List.of(
            AllScenes::home,
            AllScenes::settings,
            new SealScenes(),
            new VerifyScenes(),
            new CompareScenes(),
            new ProveScenes(),
            new StudiesScenes());

    private AllScenes() {}

    /** Adds all of them. */
    public static void addTo(Scenes.Album album) {
        FEATURES.forEach(feature -> feature.addTo(album));
    }

    private static void home(Scenes.Album album) {
        album.add("home", stage -> stage.window().open(new Route.Home()));
        album.add("home-trouble", stage -> {
            stage.window().open(new Route.Home());
            stage.tell(new Notice(Notice.Tone.TROUBLE, stage.explained(new IOException("No space left on device"))));
        });
    }

    private static void settings(Scenes.Album album) {
        album.add("settings", stage -> stage.window().open(new Route.Settings()));
        album.add("settings-servers", stage -> {
            stage.window().open(new Route.Settings());
            stage.scrollTo("setting-node");
        });
        album.add("settings-proxy", stage -> {
            stage.window().open(new Route.Settings());
            stage.type("setting-proxy", "http://proxy.example.org:3128");
            stage.press("settings-save");
            stage.scrollTo("setting-proxy");
        });
    }
}
