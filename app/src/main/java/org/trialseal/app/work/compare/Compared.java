package org.trialseal.app.work.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param laterPackages of those that are the later side
 * @param alleged what was found about alleged values, in their order
 */
public record Compared(
        ComparisonOrder order,
        Optional<Statement> statement,
        ComparisonReport report,
        Set<String> documents,
        Optional<VerificationReport> verification,
        List<VerificationReport> laterPackages,
        List<AllegedValue.Answer> alleged) {
    public Compared {
        documents = Set.copyOf(documents);
        laterPackages = List.copyOf(laterPackages);
        alleged = List.copyOf(alleged);
    }

    /** The same, with what was found about the packages of the later side. */
    Compared with(List<VerificationReport> packages) {
        return new Compared(order, statement, report, documents, verification, packages, alleged);
    }

    /** What was found about every package given, on either side. */
    public Stream<VerificationReport> packages() {
        return Stream.concat(verification.stream(), laterPackages.stream());
    }

    /** Whether a package does not prove what it shows, so that a comparison with it proves nothing. */
    public boolean isPackageFailed() {
        return packages().anyMatch(found -> found.verdict() == Result.FAILED);
    }

    /** What a package says counts no more than the package itself: the worst of all verdicts. */
    public Severity verdict() {
        return packages()
                .map(VerificationReport::verdict)
                .map(Compared::severity)
                .reduce(report.verdict(), (worst, next) -> worst.compareTo(next) > 0 ? worst : next);
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
