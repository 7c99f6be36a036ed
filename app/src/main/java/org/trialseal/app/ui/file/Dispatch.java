package org.trialseal.app.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.app.ui.route.Route;

/**
 * Decides where files lead that were dropped on the window: a package or a timestamp is verified, an evidence folder is
 * shown, a later copy of sealed data is compared, data dropped together with a package or an evidence folder are compared
 * with that, anything else is sealed. Several proofs at once lead nowhere.
 */
public final class Dispatch {
    private final KnownSeals seals;

    /** A dispatch that knows these seals. */
    public Dispatch(KnownSeals seals) {
        this.seals = seals;
    }

    /**
     * Where these files lead; nowhere when there are none, or several proofs.
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
        List<Path> sealed = of(dropped, Set.of(FileKind.PACKAGE, FileKind.EVIDENCE));
        if (sealed.size() == 1) {
            List<Path> others =
                    dropped.stream().filter(path -> !sealed.contains(path)).toList();
            return Optional.of(new Route.Compare(Optional.of(sealed.get(0)), FileKind.files(others)));
        }
        List<Path> timestamps = of(dropped, Set.of(FileKind.TIMESTAMP));
        if (!sealed.isEmpty() || !timestamps.isEmpty()) {
            boolean one = sealed.isEmpty() && timestamps.size() == 1;
            return one ? Optional.of(new Route.Verify(Optional.of(timestamps.get(0)))) : Optional.empty();
        }
        List<Path> data = FileKind.files(dropped);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> seal = seals.sealOf(data);
        return Optional.of(seal.isPresent() ? new Route.Compare(seal, data) : new Route.Seal(data));
    }

    private static List<Path> of(List<Path> dropped, Set<FileKind> kinds) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : dropped) {
            if (kinds.contains(FileKind.of(path))) {
                found.add(path);
            }
        }
        return found;
    }
}
