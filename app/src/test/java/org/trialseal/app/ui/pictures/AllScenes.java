package org.trialseal.app.ui.pictures;

import java.util.List;
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
    }

    private static void settings(Scenes.Album album) {
        album.add("settings", stage -> stage.window().open(new Route.Settings()));
        album.add("settings-servers", stage -> {
            stage.window().open(new Route.Settings());
            stage.scrollTo("setting-node");
        });
    }
}
