package org.trialseal.app.ui;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.file.PlatformFolderWindow;
import org.trialseal.app.ui.file.WindowFileChoice;

/** The toolkit's view of the desktop: made, started, stopped. */
public final class DesktopApplication extends Application {
    private @Nullable Desktop desktop;

    @Override
    public void start(Stage stage) throws Exception {
        desktop = new Desktop(
                stage,
                Surroundings.ofThisProcess(),
                new WindowFileChoice(stage),
                new PlatformFolderWindow(getHostServices()));
        desktop.show();
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
