package org.trialseal.core.record;

/** Who says which columns name a record. */
public enum KeyOrigin {
    /** The user, by an option, a plan or a click. */
    ASKED("asked"),
    /** The data file itself. */
    FILE("file"),
    /** A Define-XML that describes the data. */
    DEFINE("define"),
    /** The data dictionary of a REDCap project. */
    DICTIONARY("dictionary"),
    /** Nobody: columns with well-known names turned out to be unique; or there are no keys. */
    INFERRED("inferred");

    private final String word;

    KeyOrigin(String word) {
        this.word = word;
    }

    /** Whether a file beside the data names them. */
    public boolean isDescribed() {
        return this == DEFINE || this == DICTIONARY;
    }

    /** The word in documents. */
    public String word() {
        return word;
    }
}
