package org.trialseal.app.work.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;

/** Examines packages and timestamps. Never uses the network. */
@FunctionalInterface
public interface Examiner {
    /**
     * Examines a file.
     *
     * @throws MalformedException when it is neither a package nor a timestamp, or not well formed
     */
    Examination examine(Question question) throws IOException, MalformedException;

    /**
     * What is asked.
     *
     * @param file a package or a timestamp
     * @param about for a timestamp, the file it is said to be about; without it, the file beside it without {@code .ots}
     * @param practice whether the practice network is accepted, for training
     */
    record Question(Path file, Optional<Path> about, boolean practice) {
        /** About a file, with nothing else to say. */
        public static Question of(Path file) {
            return new Question(file, Optional.empty(), false);
        }
    }
}
