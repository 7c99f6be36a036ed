package org.trialseal.app.work.trail;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.core.digest.MalformedException;

/** Reads the way from a record to its block out of a package. */
@FunctionalInterface
public interface Trails {
    /**
     * Reads it.
     *
     * @throws MalformedException when the file is not a package, or not well formed
     */
    ProofTrail read(Path file) throws IOException, MalformedException;
}
