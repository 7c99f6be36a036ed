package org.trialseal.app.ui.settings;

import java.io.IOException;
import java.util.Map;
import org.trialseal.app.work.Configuration;

/** The settings that the command line shares. */
public interface ProgramSettings {
    /** Those in force. */
    Configuration now();

    /**
     * Changes some of them, and begins to use them.
     *
     * @param changes values by name; an empty value brings the default back
     * @throws IOException when they cannot be saved
     */
    void change(Map<String, String> changes) throws IOException;
}
