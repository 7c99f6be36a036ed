package org.trialseal.app.work.compare;

import java.io.IOException;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.DifferenceJournal;

/** Where the differences of a comparison are. */
@FunctionalInterface
public interface Differences {
    /** Those that the report lists. */
    Differences LISTED = (artifact, visitor) -> {
        boolean more = true;
        for (int i = 0; i < artifact.differences().size() && more; i++) {
            more = visitor.difference(artifact.differences().get(i));
        }
    };

    /** Takes differences in the order of the file, reordered records after all others. */
    @FunctionalInterface
    interface Visitor {
        /** The next one; says whether to go on. */
        boolean difference(Difference difference) throws IOException;
    }

    /** Hands out the differences of one artifact. */
    void visit(ArtifactComparison artifact, Visitor visitor) throws IOException;

    /** Whether an artifact has differences of records; one that was not sealed may have the name of another. */
    static boolean isListed(ArtifactComparison artifact) {
        return artifact.counts().added()
                        + artifact.counts().removed()
                        + artifact.counts().changed()
                        + artifact.counts().reordered()
                > 0;
    }

    /** The first of them. */
    default Differences first(int most) {
        return (artifact, visitor) -> {
            int[] seen = new int[1];
            visit(artifact, difference -> visitor.difference(difference) && ++seen[0] < most);
        };
    }

    /** All differences, from the journal that took them. */
    static Differences in(DifferenceJournal journal) {
        return (artifact, visitor) -> {
            if (isListed(artifact)) {
                journal.visit(artifact.name(), (name, place, difference) -> visitor.difference(difference));
            }
        };
    }
}
