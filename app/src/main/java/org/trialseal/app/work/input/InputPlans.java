package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.digest.MalformedException;

/** Says how files would be sealed. */
@FunctionalInterface
public interface InputPlans {
    /**
     * Says it of one file.
     *
     * @param beside all files that are to be sealed together, this one or not: some may describe it
     *
     * @throws MalformedException when the file cannot be read in its format, or not as it is wanted
     */
    PlannedInput plan(Path path, InputWishes wishes, List<Path> beside)
            throws IOException, MalformedException, RefusedException;

    /** Who would read a file's records, whether it can be read or not; nobody when its format is not known. */
    default Optional<String> importer(Path path) throws IOException {
        return Optional.empty();
    }
}
