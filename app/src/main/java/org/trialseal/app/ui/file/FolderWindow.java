package org.trialseal.app.ui.file;

import java.nio.file.Path;

/** Shows folders in the platform's own window of files. Tests only note what was to be shown. */
@FunctionalInterface
public interface FolderWindow {
    /** Shows a folder, or the folder in which a file lies. */
    void show(Path path);
}
