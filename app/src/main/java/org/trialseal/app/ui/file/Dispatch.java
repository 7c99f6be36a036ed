package org.trialseal.app.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.ui.route.Route;

/**
 * Decides where files lead that were dropped on the window: a package or a timestamp is verified, an evidence folder is
 * shown, a later copy of sealed data is compared, data dropped together with a package or an evidence folder are compared
 * with that, anything else is sealed.
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
        Optional<Path> sealed = onlySeal(dropped);
        if (sealed.isPresent()) {
            List<Path> others =
                    dropped.stream().filter(path -> !path.equals(sealed.get())).toList();
            return Optional.of(new Route.Compare(sealed, FileKind.files(others)));
        }
        List<Path> data = FileKind.files(dropped);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> seal = seals.sealOf(data);
        return Optional.of(seal.isPresent() ? new Route.Compare(seal, data) : new Route.Seal(data));
    }

    /** The one package or evidence folder among other files: they are compared with it. */
    private static Optional<Path> onlySeal(List<Path> dropped) throws IOException {
        List<Path> seals = new ArrayList<>();
        for (Path path : dropped) {
            FileKind kind = FileKind.of(path);
            if (kind == FileKind.PACKAGE || kind == FileKind.EVIDENCE) {
                seals.add(path);
            }
        }
        return seals.size() == 1 ? Optional.of(seals.get(0)) : Optional.empty();
    }
}
