package org.trialseal.core.compare;

import java.util.Optional;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Opening;

/**
 * A dataset that a later package shows.
 *
 * @param file the package
 * @param plan what the package says of it
 * @param rows its rows; empty when the package does not show all of them
 * @param part whether the package may be about more than it tells
 * @param source what opens the digest of the file it was read from
 */
record ShownDataset(
        PathFile file, DatasetPlan plan, Optional<RowsByPosition> rows, boolean part, Optional<Opening> source)
        implements LaterFile {
    @Override
    public String name() {
        return plan.name();
    }
}
