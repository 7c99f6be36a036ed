package org.trialseal.app.ui.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import org.trialseal.app.ui.route.Route;

/** The door Verify: empty, each verdict, a timestamp, a damaged file. */
final class VerifyScenes implements Scenes {
    @Override
    public void addTo(Album album) {
        album.add("verify-empty", stage -> stage.window().open(new Route.Verify(Optional.empty())));
        album.add("verify-passed", stage -> {
            open(stage, stage.sample().subjectPackage());
            stage.press("verify-practice");
            stage.<Node>node("verify-when");
        });
        album.add("verify-indeterminate", stage -> open(stage, stage.sample().fieldPackage()));
        album.add("verify-evidence", stage -> {
            open(stage, stage.sample().fieldPackage());
            stage.expand("check-statement");
        });
        album.add("verify-failed", stage -> open(stage, damaged(stage)));
        album.add("verify-timestamp", stage -> {
            Path timestamp = stage.sample().lockSeal().resolve("anchors/seal.json.ots");
            open(stage, timestamp);
        });
        album.add("verify-timestamp-passed", stage -> {
            open(stage, stage.folder().resolve("onc-1/anchors/seal.json.ots"));
            stage.answer(stage.folder().resolve("certificate-" + System.nanoTime() + ".pdf"));
            stage.press("verify-certificate");
            stage.<Node>node("notice-folder");
        });
        album.add("proof-picture", stage -> {
            stage.window().open(new Route.ProofPicture(stage.sample().fieldPackage()));
            stage.<Node>node("trail-drawing");
        });
        album.add("verify-malformed", stage -> {
            Path cut = stage.folder().resolve("cut.trialseal");
            Files.write(
                    cut,
                    java.util.Arrays.copyOf(Files.readAllBytes(stage.sample().fieldPackage()), 2_000));
            stage.window().open(new Route.Verify(Optional.of(cut)));
            stage.<Node>node("verify-trouble");
        });
    }

    private static void open(Stage stage, Path file) {
        stage.window().open(new Route.Verify(Optional.of(file)));
        stage.<Node>node("verify-verdict");
    }

    private static Path damaged(Stage stage) throws Exception {
        byte[] bytes = Files.readAllBytes(stage.sample().fieldPackage());
        bytes[bytes.length / 2] ^= 1;
        return Files.write(stage.folder().resolve("forged.trialseal"), bytes);
    }
}
