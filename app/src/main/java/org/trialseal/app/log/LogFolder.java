package org.trialseal.app.log;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder for logs: XDG_STATE_HOME on Linux, Logs in the local application data on Windows and in Library on macOS. */
final class LogFolder {
    private LogFolder() {}

    /** The log folder of this process. */
    static Path ofThisProcess() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    /**
     * The log folder on a given platform.
     *
     * @param system the operating system's name, as in {@code os.name}
     * @param home the user's home folder
     * @param environment the environment variables
     */
    static Path of(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment.get("LOCALAPPDATA"), Path.of(home, "AppData", "Local"))
                    .resolve(Path.of("TrialSeal", "Logs"));
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Logs", "TrialSeal");
        }
        return absolute(environment.get("XDG_STATE_HOME"), Path.of(home, ".local", "state"))
                .resolve("trialseal");
    }

    /** The XDG base directory specification: a relative path is to be ignored. */
    private static Path absolute(@Nullable String value, Path otherwise) {
        return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
