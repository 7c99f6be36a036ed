package org.trialseal.app.work.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationReport;

/**
 * What came out of a comparison.
 *
 * @param order what was asked
 * @param statement of the seal, as far as it is known
 * @param report what became of everything that the seal holds
 * @param documents names of those artifacts that are documents, and have chunks instead of records
 * @param verification of the package, when the seal is one
 * @param alleged what was found about alleged values, in their order
 */
public record Compared(
        ComparisonOrder order,
        Optional<Statement> statement,
        ComparisonReport report,
        Set<String> documents,
        Optional<VerificationReport> verification,
        List<AllegedValue.Answer> alleged) {
    public Compared {
        documents = Set.copyOf(documents);
        alleged = List.copyOf(alleged);
    }

    /** What a package says counts no more than the package itself: the worse of the two verdicts. */
    public Severity verdict() {
        Severity own = report.verdict();
        Severity other = verification
                .map(VerificationReport::verdict)
                .map(Compared::severity)
                .orElse(Severity.PASSED);
        return own.compareTo(other) > 0 ? own : other;
    }

    private static Severity severity(Result result) {
        switch (result) {
            case PASSED:
                return Severity.PASSED;
            case FAILED:
                return Severity.FAILED;
            default:
                return Severity.INDETERMINATE;
        }
    }
}
