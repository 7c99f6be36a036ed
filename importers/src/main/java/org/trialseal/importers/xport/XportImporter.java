package org.trialseal.importers.xport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/**
 * SAS transport files, versions 5 and 8, with one or more datasets.
 *
 * <p>Option, sealed: {@code encoding} of character values ({@code UTF-8} or {@code windows-1252}). A number is a cell of
 * its two to eight source bytes, or missing with the code {@code .}, {@code ._} or {@code .A} to {@code .Z}. A character
 * value has its exact characters without the blanks behind them; of blanks only it is missing; one that is not valid in
 * the encoding is a cell of bytes. Columns bear label, type, length, format and informat.
 */
public final class XportImporter implements Importer {
    static final String ID = "xport";
    static final int VERSION = 1;

    private static final int CERTAIN = 100;
    private static final int BY_NAME = 90;
    private static final String HEADER = "HEADER RECORD*******LIB";
    private static final String CPORT = "**COMPRESSED** **COMPRESSED** ";

    /** The importer has no state. */
    public XportImporter() {}

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
        String begin = new String(head, 0, Math.min(head.length, Card.LENGTH), StandardCharsets.ISO_8859_1);
        if (begin.startsWith(HEADER) || begin.startsWith(CPORT)) {
            return CERTAIN;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xpt") || lower.endsWith(".xport") ? BY_NAME : 0;
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
        CharacterEncoding encoding = CharacterEncoding.ofOptions(file.name(), overrides);
        return new XportPlanner(file, encoding, subject, keys, named).plan();
    }

    @Override
    public Map<String, String> unstated(Map<String, String> options) {
        Map<String, String> kept = new TreeMap<>(options);
        kept.keySet().retainAll(Set.of(CharacterEncoding.OPTION));
        return kept;
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException {
        return open(file, settings, XportTableReader.PIECE);
    }

    /** Opens a file with pieces of about {@code piece} bytes; their size never changes the cells. */
    TableReader open(DataFile file, ImportSettings settings, int piece) throws IOException, MalformedException {
        if (!settings.importer().equals(ID)) {
            throw DataFault.OTHER_IMPORTER.in(file.name(), ID);
        }
        if (settings.version() != VERSION) {
            throw DataFault.OTHER_VERSION.in(file.name(), settings.version(), ID, VERSION);
        }
        return reader(file, CharacterEncoding.ofOptions(file.name(), settings.options()), piece);
    }

    static XportTableReader reader(DataFile file, CharacterEncoding encoding, int piece) throws IOException {
        return new XportTableReader(new CardSource(file.open(), file.name()), encoding, piece);
    }
}
