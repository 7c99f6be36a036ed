package org.trialseal.app.work;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The platform's own folders for settings, data and state, from the environment. */
public final class Places {
    private final Map<String, String> environment;
    private final Path home;
    private final String system;

    /**
     * @param environment the process's environment
     * @param home the user's home folder
     * @param system the operating system's name
     */
    public Places(Map<String, String> environment, Path home, String system) {
        this.environment = environment;
        this.home = home;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /** The places of this process. */
    public static Places ofThisProcess() {
        return new Places(
                System.getenv(), Path.of(System.getProperty("user.home", ".")), System.getProperty("os.name", ""));
    }

    /** The folder of the configuration file. */
    public Path config() {
        if (windows()) {
            return variable("APPDATA", home.resolve("AppData/Roaming")).resolve("TrialSeal");
        }
        return mac()
                ? applicationSupport()
                : variable("XDG_CONFIG_HOME", home.resolve(".config")).resolve("trialseal");
    }

    /** The folder of study stores and the practice network. */
    public Path data() {
        if (windows()) {
            return variable("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("TrialSeal");
        }
        return mac()
                ? applicationSupport()
                : variable("XDG_DATA_HOME", home.resolve(".local/share")).resolve("trialseal");
    }

    private Path applicationSupport() {
        return home.resolve("Library/Application Support/TrialSeal");
    }

    private Path variable(String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    private boolean windows() {
        return system.startsWith("windows");
    }

    private boolean mac() {
        return system.startsWith("mac");
    }
}
