package org.trialseal.core.proof;

import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Sha256;

/**
 * A record of a group that is shown in part.
 *
 * @param index in its group, from 0
 * @param path the siblings from its leaf upwards; present exactly when not all records of the group are shown
 * @param runs one for each run of 64 commitments; exactly one for up to 64 columns, and that one open
 */
public record ShownRecord(long index, Optional<List<Sha256>> path, List<ShownRun> runs) {
    public ShownRecord {
        path = path.map(List::copyOf);
        runs = List.copyOf(runs);
    }
}
