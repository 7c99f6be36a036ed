package org.trialseal.core.seal;

import java.util.List;
import org.trialseal.core.digest.Sha256;

/**
 * An event log as an earlier seal of the ledger holds it.
 *
 * @param seal number of that seal
 * @param index of the entry in that seal
 * @param path the siblings of the entry in that statement's tree, from the leaf upwards
 */
public record EarlierLog(long seal, int index, LogEntry entry, List<Sha256> path) {
    public EarlierLog {
        path = List.copyOf(path);
    }
}
