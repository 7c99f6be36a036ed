package org.trialseal.app.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the person for files. Tests give answers of their own, since a real dialog needs a person. */
public interface FileChoice {
    /**
     * One file that exists.
     *
     * @param title of the dialog
     * @param patterns such as {@code *.trialseal}; none for all files
     */
    Optional<Path> open(String title, List<String> patterns);

    /** Some files that exist; none when the person thought better of it. */
    List<Path> openSeveral(String title);

    /** A file to be written; the dialog asks before it replaces one. */
    Optional<Path> save(String title, String suggestedName);

    /** A folder that exists. */
    Optional<Path> folder(String title);
}
