package org.trialseal.core.compare;

import java.util.Comparator;
import java.util.List;
import org.trialseal.core.compare.ArtifactComparison.Severity;

/** What became of everything that a seal holds. */
public record ComparisonReport(List<ArtifactComparison> artifacts) {
    public ComparisonReport {
        artifacts = List.copyOf(artifacts);
    }

    /** The worst of all; indeterminate when nothing was compared. */
    public Severity verdict() {
        return artifacts.stream()
                .map(artifact -> artifact.state().severity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.INDETERMINATE);
    }
}
