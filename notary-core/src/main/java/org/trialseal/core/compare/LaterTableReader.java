package org.trialseal.core.compare;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.TableReader;

/** Opens a table of a later file. */
final class LaterTableReader {
    private LaterTableReader() {}

    /**
     * Opens the file with its own dialect, but with the sealed behaviour version of the same importer and the sealed options
     * that no file shows by itself, and moves to the table.
     *
     * @throws MalformedException when the file no longer has the table of its plan
     */
    static TableReader open(LaterTable table, ImportSettings sealed) throws IOException, MalformedException {
        TableReader reader = table.file() instanceof ShownDataset shown
                ? shown.rows().orElseThrow().open(shown.name())
                : open((LaterFile.Tables) table.file(), sealed);
        return at(reader, table);
    }

    private static TableReader open(LaterFile.Tables file, ImportSettings sealed)
            throws IOException, MalformedException {
        ImportSettings own = file.plan().datasets().get(0).settings().own();
        boolean same = own.importer().equals(sealed.importer());
        TreeMap<String, String> options = new TreeMap<>(own.options());
        options.putAll(same ? file.importer().unstated(sealed.options()) : Map.of());
        int version = same ? sealed.version() : own.version();
        ImportSettings settings = new ImportSettings(own.importer(), version, options, own.subject(), own.keys());
        return file.importer().open(file.file(), settings);
    }

    private static TableReader at(TableReader reader, LaterTable table) throws IOException, MalformedException {
        try {
            for (int skipped = 0; skipped < table.table(); skipped++) {
                reader.nextTable();
            }
            if (reader.nextTable()
                    .map(next -> next.schema().own())
                    .filter(table.plan().schema().own()::equals)
                    .isEmpty()) {
                throw new MalformedException(
                        table.file().file().name(), "no longer has the tables and columns of its plan; plan it again");
            }
            return reader;
        } catch (IOException | MalformedException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }
}
