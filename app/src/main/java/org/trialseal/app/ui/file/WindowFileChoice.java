package org.trialseal.app.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks with the platform's own dialogs. Each begins in the folder of the answer before. */
public final class WindowFileChoice implements FileChoice {
    private final Window owner;
    private @Nullable File lastFolder;

    /** Dialogs that belong to a window. */
    public WindowFileChoice(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, List<String> patterns) {
        FileChooser chooser = chooser(title);
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters()
                    .setAll(new ExtensionFilter(String.join(", ", patterns), patterns), new ExtensionFilter("*", "*"));
        }
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public List<Path> openSeveral(String title) {
        @Nullable List<File> files = chooser(title).showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.get(0).getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestedName);
        return remembered(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return remembered(chooser.showDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
