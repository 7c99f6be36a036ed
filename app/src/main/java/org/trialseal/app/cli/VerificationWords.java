package org.trialseal.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationReport;

/** Tells a verification in plain words: the verdict in one sentence, then the checks, then what is not proven. */
final class VerificationWords {
    private final Output output;

    VerificationWords(Output output) {
        this.output = output;
    }

    void tell(VerificationReport report) {
        output.result(sentence(report));
        output.explanation("");
        checks(output, report.checks());
        if (!report.disclosed().isEmpty()) {
            output.explanation("");
            output.explanation("Shown:");
            report.disclosed().forEach(this::tell);
        }
        output.explanation("");
        output.explanation("What this does not prove:");
        for (NotShown left : report.notShown()) {
            output.explanation("  " + left.sentence());
        }
    }

    /** What was checked, and what came out. */
    static void checks(Output output, List<Check> checks) {
        for (Check check : checks) {
            output.explanation(String.format(
                    Locale.ROOT,
                    "  %-13s %s%s",
                    check.result().word(),
                    check.id(),
                    check.required() ? "" : " (not required)"));
            output.explanation("                  " + check.detail());
        }
    }

    /** The verdict in one sentence. */
    String sentence(VerificationReport report) {
        String seal = report.ledger()
                .statement()
                .map(VerificationWords::seal)
                .orElse("seal " + report.ledger().seal());
        switch (report.verdict()) {
            case PASSED:
                return "PASSED. What this package shows is exactly what was sealed as " + seal + time(report) + ".";
            case FAILED:
                return "FAILED. This package does not prove what it claims to show of " + seal + ": "
                        + first(report.checks(), Result.FAILED);
            default:
                return "INDETERMINATE. Nothing contradicts " + seal + ", but not everything could be shown: "
                        + first(report.checks(), Result.INDETERMINATE);
        }
    }

    private static String seal(Statement statement) {
        return "seal " + statement.place().seal() + " (\"" + statement.milestone() + "\") of study "
                + statement.study().id();
    }

    private static String time(VerificationReport report) {
        return report.time()
                .notAfter()
                .map(day -> ", which existed no later than " + day
                        + report.time()
                                .block()
                                .map(block -> " (" + block(report.time().tier(), block.height()) + ")")
                                .orElse(""))
                .orElse("");
    }

    /** Practice is marked wherever it could be taken for evidence. */
    static String block(Tier tier, long height) {
        return tier == Tier.PRACTICE
                ? "block " + height + " of the practice network, which is never evidence"
                : "block " + height;
    }

    /** What the first required check with a result says. */
    static String first(List<Check> checks, Result result) {
        Optional<Check> check = checks.stream()
                .filter(candidate -> candidate.required() && candidate.result() == result)
                .findFirst();
        return check.map(Check::detail).orElse("a required check is missing.");
    }

    private void tell(Disclosed disclosed) {
        if (disclosed.kind().equals("document")) {
            output.explanation("  " + disclosed.name() + ": the document");
            return;
        }
        output.explanation("  " + disclosed.name() + ": " + disclosed.records().shown() + " of "
                + SealWords.number(disclosed.records().of(), "record") + " ("
                + disclosed.extent().word() + ")");
        if (!disclosed.subjects().isEmpty() && disclosed.extent() != Disclosed.Extent.WHOLE) {
            output.explanation("    subjects: " + names(disclosed.subjects()));
        }
        if (!disclosed.absent().isEmpty()) {
            output.explanation("    without any record: " + names(disclosed.absent()));
        }
        if (disclosed.extent() == Disclosed.Extent.FIELDS) {
            output.explanation("    fields: " + String.join(", ", disclosed.columns()));
        }
    }

    private static String names(List<Cell> cells) {
        return String.join(", ", cells.stream().map(Cell::identifier).toList());
    }
}
