package org.trialseal.core.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file beside the data says of a dataset: a Define-XML, or the data dictionary of a REDCap project. It is sealed in
 * the schema and in the settings, together with what the data file says itself, under names of its own; no importer ever
 * sees it, and no value depends on it.
 */
public final class Described {
    /** How all names of such attributes and options begin that come from a Define-XML. */
    public static final String PREFIX = "define.";

    /** How they begin when they come from a data dictionary. */
    public static final String REDCAP = "redcap.";

    /** Options of the same meaning as {@link #FILE}, {@link #DIGEST} and {@link #GIVES}. */
    public static final String REDCAP_FILE = REDCAP + "file";

    public static final String REDCAP_DIGEST = REDCAP + "sha256";
    public static final String REDCAP_GIVES = REDCAP + "gives";

    /** Option: name of the file that says it. */
    public static final String FILE = PREFIX + "file";

    /** Option: SHA-256 of that file, in hexadecimal. */
    public static final String DIGEST = PREFIX + "sha256";

    /** Option: OID of the dataset's definition in that file. */
    public static final String DATASET = PREFIX + "dataset";

    /** Option: what was taken from it, separated by blanks; empty when the data file says everything itself. */
    public static final String GIVES = PREFIX + "gives";

    /** Option: label of the dataset. Attribute: label of a column. */
    public static final String LABEL = PREFIX + "label";

    /** The word for keys in {@link #GIVES}; it stands first. */
    public static final String KEYS = "keys";

    private Described() {}

    /** The file that the options of a dataset name, if it is described. */
    public static Optional<String> file(Map<String, String> options) {
        return Optional.ofNullable(options.getOrDefault(FILE, options.get(REDCAP_FILE)));
    }

    /** What was taken from that file, in its order. */
    public static List<String> gives(Map<String, String> options) {
        String gives = options.getOrDefault(options.containsKey(FILE) ? GIVES : REDCAP_GIVES, "");
        return gives.isEmpty() ? List.of() : List.of(gives.split(" "));
    }

    /** The same settings, whose keys come from elsewhere. */
    static ImportSettings withoutKeys(ImportSettings settings) {
        ImportSettings without = settings;
        for (String option : List.of(GIVES, REDCAP_GIVES)) {
            String gives = settings.options().get(option);
            if (gives != null && (gives + " ").startsWith(KEYS + " ")) {
                without = without.withOption(
                        option, gives.substring(KEYS.length()).strip());
            }
        }
        return without;
    }

    /** The entries that are not described. */
    static SortedMap<String, String> without(SortedMap<String, String> entries) {
        TreeMap<String, String> own = new TreeMap<>(entries);
        own.keySet().removeIf(name -> name.startsWith(PREFIX) || name.startsWith(REDCAP));
        return own;
    }
}
