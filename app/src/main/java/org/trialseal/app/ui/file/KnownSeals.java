package org.trialseal.app.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The seals that this computer keeps. */
@FunctionalInterface
public interface KnownSeals {
    /** The newest seal whose files have the names of all these: they may be a later copy of it. */
    Optional<Path> sealOf(List<Path> files);
}
