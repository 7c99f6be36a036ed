package org.trialseal.app.ui;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.file.PlatformFolderWindow;
import org.trialseal.app.ui.file.WindowFileChoice;

/** The toolkit's view of the desktop: made, started, stopped. */
public class DesktopApplication extends Application {
    private @Nullable Desktop desktop;
    private @Nullable Rehearsal rehearsal;

    @Override
    public final void start(Stage stage) throws Exception {
        desktop = new Desktop(
                stage, Surroundings.ofThisProcess(), files(stage), new PlatformFolderWindow(getHostServices()));
        rehearsal = new Rehearsal(desktop.scene());
        opening(desktop);
        desktop.show();
        rehearsal.begin();
    }

    /** Asks for files; bench/desktop answers by itself. */
    FileChoice files(Stage stage) {
        return new WindowFileChoice(stage);
    }

    /** The window is about to be shown. */
    void opening(Desktop opened) {}

    @Override
    public final void stop() {
        if (rehearsal != null) {
            rehearsal.end();
        }
        if (desktop != null) {
            desktop.close();
        }
    }
}
