package org.trialseal.core.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;

/** A file format. Implementations have a public constructor without parameters and are found by ServiceLoader. */
public interface Importer {
    /** Most bytes of a file's beginning that {@link #recognises} is given. */
    int HEAD_BYTES = 1 << 16;

    /** Short lower-case name, sealed with the records, e.g. {@code csv}. */
    String id();

    /** Current behaviour version, from 1; older ones stay readable through {@link #open}. */
    int version();

    /**
     * The importer as it behaved in an earlier version, to plan a file as it was planned then.
     *
     * @return empty when it never had that version
     */
    default Optional<Importer> asVersion(int version) {
        return version == version() ? Optional.of(this) : Optional.empty();
    }

    /**
     * How well this importer fits a file, from 0 (not at all) to 100 (certain), by its name and first bytes.
     *
     * @param name file name without folders
     * @param head the file's first bytes, at most {@link #HEAD_BYTES}
     */
    int recognises(String name, byte[] head);

    /**
     * Infers the settings of a file without guessing at values: dialect, encoding, subject column, keys.
     *
     * @param overrides options given by the user, which win over what is inferred
     * @param subject the subject column asked for; used when the file has it
     * @param keys the key columns asked for; used when the file has them all; empty when not asked
     * @throws MalformedException when the file cannot be read in this format
     */
    FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException;

    /**
     * The same, when something beside the file names keys: they win over what is inferred, never over the user or the file.
     *
     * @param named asked for each dataset; importers whose format always names keys need not ask
     */
    default FilePlan plan(
            DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys, NamedKeys named)
            throws IOException, MalformedException {
        return plan(file, overrides, subject, keys);
    }

    /**
     * Those of the sealed options that a file does not show by itself, such as an encoding that the format does not state:
     * a later copy is read with them too.
     */
    default Map<String, String> unstated(Map<String, String> options) {
        return Map.of();
    }

    /**
     * Reads the same files as one table of records each, in the manner of the same system's exports in other formats. For
     * comparisons by values only: nothing is sealed in this arrangement. Its plan of a file that is not so is without tables.
     */
    default Optional<Importer> asRecords() {
        return Optional.empty();
    }

    /**
     * Opens a file under known settings. The reader consumes the file's bytes once, in order, to the last.
     *
     * @throws MalformedException when the settings are not this importer's or name an unknown behaviour version
     */
    TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException;
}
