package org.trialseal.app.cli;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.trialseal.app.work.compare.Compared;
import org.trialseal.app.work.compare.Differences;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FieldChange;

/** Tells a comparison in words. */
final class ComparisonOutput {
    private static final int MOST_LINES = 100;

    private final Output output;
    private final Differences differences;

    ComparisonOutput(Output output, Differences differences) {
        this.output = output;
        this.differences = differences;
    }

    void tell(Compared compared, String seal) throws IOException {
        output.result(sentence(compared, seal));
        for (ArtifactComparison artifact : compared.report().artifacts()) {
            tell(artifact);
        }
    }

    /** Begins with the verdict on everything: what is identical to a package is worth no more than the package. */
    private static String sentence(Compared compared, String seal) {
        if (compared.isPackageFailed()) {
            return "FAILED. The package does not prove what it shows, so a comparison with it proves nothing:";
        }
        ComparisonReport report = compared.report();
        switch (report.verdict()) {
            case PASSED:
                return compared.verdict() == Severity.PASSED
                        ? "PASSED. " + same(report, seal) + "."
                        : "INDETERMINATE. " + same(report, seal)
                                + ", but not all checks of the package itself could be made:";
            case FAILED:
                return "FAILED. What was given differs from " + seal + ":";
            default:
                return "INDETERMINATE. Not everything could be compared with " + seal + ":";
        }
    }

    private static String same(ComparisonReport report, String seal) {
        return isRewritten(report)
                ? "All records are those of " + seal + "; some files were only written differently"
                : "Everything is identical to " + seal;
    }

    private static boolean isRewritten(ComparisonReport report) {
        return report.artifacts().stream()
                .anyMatch(artifact -> artifact.state() == ArtifactComparison.State.RE_ENCODED);
    }

    private void tell(ArtifactComparison artifact) throws IOException {
        ArtifactComparison.Counts counts = artifact.counts();
        boolean differs = artifact.state() == ArtifactComparison.State.ALTERED;
        output.result("  " + artifact.name() + ": " + artifact.state().word()
                + (differs
                        ? " (" + counts.changed() + " changed, " + counts.added() + " added, " + counts.removed()
                                + " removed, " + counts.reordered() + " in another order)"
                        : ""));
        artifact.notes().forEach(note -> output.result("    " + note));
        long[] told = new long[1];
        differences.visit(artifact, difference -> {
            tell(difference);
            return ++told[0] < MOST_LINES;
        });
        long more = counts.added() + counts.removed() + counts.changed() + counts.reordered() - told[0];
        if (told[0] == MOST_LINES && more > 0) {
            output.result("    ... and " + more + " more; --json and --export list them");
        }
    }

    private void tell(Difference difference) {
        String key = difference.key().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String place = difference.kind() == Difference.Kind.REMOVED
                ? place("sealed record ", difference.sealedRecord())
                : place("record ", difference.record()) + place(", sealed as record ", difference.sealedRecord());
        output.result("    " + difference.kind().word() + ": " + key + (key.isEmpty() ? "" : " ") + "(" + place + ")");
        for (FieldChange field : difference.fields()) {
            output.result("      " + field.name() + ": " + words(field));
        }
    }

    private static String place(String before, OptionalLong number) {
        return number.isPresent() ? before + number.getAsLong() : "";
    }

    private static String words(FieldChange field) {
        String before =
                field.before().map(cell -> "\"" + cell.display() + "\"").orElse("(the sealed value was not kept)");
        String now = field.now().map(cell -> "\"" + cell.display() + "\"").orElse("(gone)");
        return before + " -> " + now;
    }
}
