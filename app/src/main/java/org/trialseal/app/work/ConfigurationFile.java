package org.trialseal.app.work;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;

/** Changes settings in the configuration file, which command line and desktop share. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Changes some settings and leaves the others as they are; the file is replaced as a whole.
     *
     * @param changes values by name; an empty value takes the setting out, so that its default holds
     */
    public static void change(Path file, Map<String, String> changes) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": a \\u escape is malformed; mend it in an editor", e);
            }
        }
        changes.forEach((name, value) -> {
            if (value.isBlank()) {
                properties.remove(name);
            } else {
                properties.setProperty(name, value);
            }
        });
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(partial, text.toString());
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
