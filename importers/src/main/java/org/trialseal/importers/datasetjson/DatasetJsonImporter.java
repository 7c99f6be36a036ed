package org.trialseal.importers.datasetjson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/**
 * CDISC Dataset-JSON 1.1: one object ({@code .json}), lines ({@code .ndjson}), or lines compressed by zlib or gzip
 * ({@code .dsjc}); which of them is seen in the content.
 *
 * <p>There are no options. A JSON string is text, a number a token by its own text, {@code true} and {@code false} are
 * tokens, {@code null} is missing with the code {@code null}; a string of no characters is text of length 0. What a
 * column is declared to be does not change its cells: a decimal stands in a string, so it is text. Columns bear all
 * their attributes; keySequence gives the keys.
 */
public final class DatasetJsonImporter implements Importer {
    static final String ID = "dataset-json";
    static final int VERSION = 1;

    private static final int CERTAIN = 100;
    private static final int BY_NAME = 90;
    private static final int LIKELY = 70;
    private static final Pattern VERSION_FIRST = Pattern.compile("\"datasetJSONVersion\"\\s*:\\s*\"");
    private static final Pattern ROWS_FIRST =
            Pattern.compile("\\s*\\{\\s*\"rows\"\\s*:\\s*\\[\\s*[\\[\\]].*", Pattern.DOTALL);

    /** The importer has no state. */
    public DatasetJsonImporter() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public int recognises(String name, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String begin = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        if (begin.stripLeading().startsWith("{") && VERSION_FIRST.matcher(begin).find()) {
            return CERTAIN;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".dsjc")) {
            return BY_NAME;
        }
        return ROWS_FIRST.matcher(begin).matches() ? LIKELY : 0;
    }

    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException {
        return plan(file, overrides, subject, keys, NamedKeys.NONE);
    }

    @Override
    public FilePlan plan(
            DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys, NamedKeys named)
            throws IOException, MalformedException {
        requireNoOptions(file.name(), overrides);
        return new DatasetJsonPlanner(file, subject, keys, named).plan();
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException {
        return open(file, settings, DatasetJsonReader.PIECE);
    }

    /** Opens a file with pieces of about {@code piece} bytes; their size never changes the cells. */
    TableReader open(DataFile file, ImportSettings settings, int piece) throws IOException, MalformedException {
        if (!settings.importer().equals(ID)) {
            throw DataFault.OTHER_IMPORTER.in(file.name(), ID);
        }
        if (settings.version() != VERSION) {
            throw DataFault.OTHER_VERSION.in(file.name(), settings.version(), ID, VERSION);
        }
        requireNoOptions(file.name(), settings.options());
        return reader(file, piece);
    }

    private static void requireNoOptions(String file, Map<String, String> options) throws MalformedException {
        if (!options.isEmpty()) {
            throw DataFault.JSON_OPTION.in(file);
        }
    }

    static DatasetJsonReader reader(DataFile file, int piece) throws IOException, MalformedException {
        InputStream input = file.open();
        try {
            return new DatasetJsonReader(new JsonText(Unpacked.of(input, file.name()), file.name()), piece);
        } catch (IOException | MalformedException | RuntimeException e) {
            input.close();
            throw e;
        }
    }
}
