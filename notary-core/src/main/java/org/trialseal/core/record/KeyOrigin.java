package org.trialseal.core.record;

/** Who says which columns name a record. */
public enum KeyOrigin {
    /** The user, by an option, a plan or a click. */
    ASKED("asked"),
    /** The data file itself. */
    FILE("file"),
    /** A file that describes the data. */
    DEFINE("define"),
    /** Nobody: columns with well-known names turned out to be unique; or there are no keys. */
    INFERRED("inferred");

    private final String word;

    KeyOrigin(String word) {
        this.word = word;
    }

    /** The word in documents. */
    public String word() {
        return word;
    }
}
