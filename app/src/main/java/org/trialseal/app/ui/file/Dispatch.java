package org.trialseal.app.ui.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialseal.app.ui.route.Route;

/**
 * Decides where files lead that were dropped on the window: a package or a timestamp is verified, an evidence folder is
 * shown, a later copy of sealed data is compared, anything else is sealed.
 */
public final class Dispatch {
    private final KnownSeals seals;

    /** A dispatch that knows these seals. */
    public Dispatch(KnownSeals seals) {
        this.seals = seals;
    }

    /**
     * Where these files lead; nowhere when there are none.
     *
     * @throws IOException when one of them cannot be read
     */
    public Optional<Route> route(List<Path> dropped) throws IOException {
        if (dropped.size() == 1) {
            FileKind kind = FileKind.of(dropped.get(0));
            if (kind == FileKind.PACKAGE || kind == FileKind.TIMESTAMP) {
                return Optional.of(new Route.Verify(Optional.of(dropped.get(0))));
            }
            if (kind == FileKind.EVIDENCE) {
                return Optional.of(new Route.Studies(Optional.of(dropped.get(0))));
            }
        }
        List<Path> data = files(dropped);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> seal = seals.sealOf(data);
        return Optional.of(seal.isPresent() ? new Route.Compare(seal, data) : new Route.Seal(data));
    }

    private static List<Path> files(List<Path> dropped) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (Path path : dropped) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
