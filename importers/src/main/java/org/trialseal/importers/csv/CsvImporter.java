package org.trialseal.importers.csv;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/**
 * Delimited text: comma, semicolon, tab, pipe and the like, in UTF-8, UTF-16 or windows-1252.
 *
 * <p>Options, all sealed: {@code delimiter} (the character, or {@code tab} or {@code space}), {@code quote} ({@code "},
 * {@code '} or {@code none}), {@code encoding} ({@code UTF-8}, {@code UTF-16LE}, {@code UTF-16BE}, {@code windows-1252}).
 * A byte order mark is no part of the data, and line ends may be CR LF, LF or CR, mixed. The first record names the
 * columns; every other record has as many fields. A cell has the exact characters of its field; an empty field, quoted
 * or not, is missing.
 */
public final class CsvImporter implements Importer {
    static final String ID = "csv";
    static final int VERSION = 1;

    /** The importer has no state. */
    public CsvImporter() {}

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
        return CsvRecognition.score(name, head);
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
        return new CsvPlanner(file, overrides, subject, keys, named).plan();
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException {
        return open(file, settings, CsvTableReader.PIECE);
    }

    /** Opens a file with pieces of about {@code piece} bytes; their size never changes the cells. */
    TableReader open(DataFile file, ImportSettings settings, int piece) throws IOException, MalformedException {
        if (!settings.importer().equals(ID)) {
            throw DataFault.OTHER_IMPORTER.in(file.name(), ID);
        }
        if (settings.version() != VERSION) {
            throw DataFault.OTHER_VERSION.in(file.name(), settings.version(), ID, VERSION);
        }
        return reader(file, CsvDialect.ofOptions(file.name(), settings.options()), piece);
    }

    static CsvTableReader reader(DataFile file, CsvDialect dialect, int piece) throws IOException {
        return new CsvTableReader(file.name(), dialect, dialect.encoding().utf8Of(file.open(), file.name()), piece);
    }
}
