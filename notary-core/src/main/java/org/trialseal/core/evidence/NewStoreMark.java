package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ID.for-RANDOM}, an empty file beside a study store: the store was made for a first seal whose folder is still
 * called {@code .NAME.partial-RANDOM}. Whoever removes that folder after a crash removes the store as well, which nobody
 * else uses.
 */
final class NewStoreMark {
    private static final String FOR = ".for-";

    private NewStoreMark() {}

    /** Marks a store that is about to be made. */
    static void set(Path store, Path partial) throws IOException {
        Path stores = DurableFiles.parentOf(store);
        DurableFiles.createFolders(stores);
        Files.createFile(markOf(store, partial));
        DurableFiles.syncFolder(stores);
    }

    /** The seal is there, or the store is gone. */
    static void clear(Path store) throws IOException {
        Path stores = DurableFiles.parentOf(store);
        if (Files.isDirectory(stores)) {
            for (Path mark : list(stores, store.getFileName() + FOR + "*")) {
                Files.deleteIfExists(mark);
            }
        }
    }

    /** Removes the store that was made for a folder in the making, while that folder is still there. */
    static void removeStoreOf(Path stores, Path partial) throws IOException {
        if (!Files.isDirectory(stores)) {
            return;
        }
        for (Path mark : list(stores, "*" + suffix(partial))) {
            String name = mark.getFileName().toString();
            Path store = mark.resolveSibling(name.substring(0, name.indexOf(FOR)));
            if (Files.exists(store)) {
                DurableFiles.deleteFolder(store);
            }
            Files.delete(mark);
        }
    }

    private static List<Path> list(Path stores, String pattern) throws IOException {
        List<Path> marks = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(stores, pattern)) {
            found.forEach(marks::add);
        }
        return marks;
    }

    private static Path markOf(Path store, Path partial) {
        return store.resolveSibling(store.getFileName() + suffix(partial));
    }

    private static String suffix(Path partial) {
        String name = partial.getFileName().toString();
        return FOR + name.substring(name.lastIndexOf('-') + 1);
    }
}
