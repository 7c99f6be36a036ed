package org.trialseal.app.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.HostServices;
import org.trialseal.core.evidence.DurableFiles;

/** Has the platform open folders as it opens any document. */
public final class PlatformFolderWindow implements FolderWindow {
    private final HostServices host;

    /** @param host of the running application */
    public PlatformFolderWindow(HostServices host) {
        this.host = host;
    }

    @Override
    public void show(Path path) {
        Path folder = Files.isDirectory(path) ? path : DurableFiles.parentOf(path);
        host.showDocument(folder.toUri().toString());
    }
}
