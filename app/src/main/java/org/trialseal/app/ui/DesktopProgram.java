package org.trialseal.app.ui;

import javafx.application.Application;

/** Opens the desktop. It is not an Application itself, so that the toolkit need not be a module. */
public final class DesktopProgram {
    private static final String LINUX = "Linux";

    private DesktopProgram() {}

    /** Whether there is a screen to open a window on. Only on Linux can there be none. */
    public static boolean hasScreen() {
        return !System.getProperty("os.name", "").startsWith(LINUX)
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || System.getProperty("glass.platform") != null;
    }

    /** Opens the window and returns when it is closed. */
    public static void run() {
        Application.launch(DesktopApplication.class);
    }
}
