package org.trialseal.app.work.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;

/** Writes a comparison with all its differences to a file: CSV or JSON, by the end of its name. */
public final class ComparisonExport {
    private static final String CSV = ".csv";
    private static final String JSON = ".json";

    private ComparisonExport() {}

    /** The file with an end that says what is in it: CSV, unless it has one already. */
    public static Path named(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(CSV) || name.endsWith(JSON) ? file : file.resolveSibling(file.getFileName() + CSV);
    }

    /** @throws RefusedException when the name of the file ends in neither {@code .csv} nor {@code .json} */
    public static void requireKnown(Path file) throws RefusedException {
        if (!named(file).equals(file)) {
            throw new RefusedException(Code.EXPORT_NAME, file);
        }
    }

    /**
     * Writes the file, as a whole or not at all.
     *
     * @throws RefusedException when its name ends in neither {@code .csv} nor {@code .json}
     */
    public static void write(Path file, Compared compared, Differences differences)
            throws IOException, RefusedException {
        requireKnown(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                write(out, name.endsWith(CSV), compared, stoppable(differences));
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void write(Writer out, boolean csv, Compared compared, Differences differences) throws IOException {
        if (csv) {
            ComparisonCsv.write(out, compared, differences);
            return;
        }
        try (JsonGenerator json =
                new JsonFactory().createGenerator(new BufferedWriter(out)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            ComparisonJson.write(json, compared, differences);
            json.writeEndObject();
        }
    }

    private static Differences stoppable(Differences differences) {
        return (artifact, visitor) -> differences.visit(artifact, difference -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("stopped");
            }
            return visitor.difference(difference);
        });
    }
}
