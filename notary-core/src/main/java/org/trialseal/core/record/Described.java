package org.trialseal.core.record;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file beside the data says of a dataset: a Define-XML. It is sealed in the schema and in the settings, together
 * with what the data file says itself, under names of its own; no importer ever sees it, and no value depends on it.
 */
public final class Described {
    /** How all names of such attributes and options begin. */
    public static final String PREFIX = "define.";

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

    /** The same settings, whose keys come from elsewhere. */
    static ImportSettings withoutKeys(ImportSettings settings) {
        String gives = settings.options().get(GIVES);
        return gives == null || !(gives + " ").startsWith(KEYS + " ")
                ? settings
                : settings.withOption(GIVES, gives.substring(KEYS.length()).strip());
    }

    /** The entries that are not described. */
    static SortedMap<String, String> without(SortedMap<String, String> entries) {
        TreeMap<String, String> own = new TreeMap<>(entries);
        own.keySet().removeIf(name -> name.startsWith(PREFIX));
        return own;
    }
}
