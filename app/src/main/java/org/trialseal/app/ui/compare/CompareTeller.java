package org.trialseal.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialseal.app.ui.compare.CompareStory.FileLine;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.compare.Compared;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationReport;

/** Tells a comparison: one plain sentence first. */
final class CompareTeller {
    /** What only explains how records were compared and counted; any other note is of more that differs or was not compared. */
    private static final Set<Code> EXPLAINING = Set.of(
            Code.ALL_BUT_BYTES,
            Code.APPENDED,
            Code.ARRANGED,
            Code.BY_COLUMNS,
            Code.BY_VALUES,
            Code.ELSEWHERE_IN_FILE,
            Code.FIELDS_UNNAMED,
            Code.INSERTED,
            Code.NOT_ALL_LISTED,
            Code.NOT_LISTED_AFTER,
            Code.ODM_BLANKS,
            Code.OLD_VALUES_LACKING,
            Code.ORDER,
            Code.OTHER_BYTES,
            Code.OTHER_DATA,
            Code.REPEATED_KEYS,
            Code.REWRITTEN,
            Code.SAME_VALUES,
            Code.TOO_MANY_REPEATED);

    private final Words words;

    CompareTeller(Words words) {
        this.words = words;
    }

    CompareStory tell(Compared compared) {
        List<ArtifactComparison> artifacts = compared.report().artifacts();
        String unchanged = artifacts.stream()
                .filter(artifact ->
                        artifact.state() == State.IDENTICAL && artifact.notes().isEmpty())
                .map(artifact -> Safe.text(artifact.name()))
                .collect(Collectors.joining(", "));
        List<FileLine> files = artifacts.stream()
                .filter(artifact ->
                        artifact.state() != State.IDENTICAL || !artifact.notes().isEmpty())
                .map(artifact -> file(compared, artifact))
                .toList();
        return new CompareStory(
                Result.valueOf(compared.verdict().name()),
                sentence(compared),
                leads(compared),
                files,
                unchanged,
                compared.verification().isPresent(),
                isPractice(compared));
    }

    private static boolean isPractice(Compared compared) {
        boolean sealed = compared.statement().map(Statement::network).equals(Optional.of(Network.PRACTICE));
        return sealed && compared.verification().isPresent()
                || compared.laterPackages().stream()
                        .flatMap(report -> report.ledger().statement().stream())
                        .anyMatch(statement -> statement.network() == Network.PRACTICE);
    }

    private String seal(Compared compared) {
        return compared.statement().map(statement -> seal(words, statement)).orElse(words.of("compare.seal.unknown"));
    }

    static String seal(Words words, Statement statement) {
        return words.of(
                "compare.seal",
                statement.place().seal(),
                Safe.text(statement.milestone()),
                Safe.text(statement.study().id()));
    }

    private String sentence(Compared compared) {
        if (compared.isPackageFailed()) {
            return words.of("compare.sentence.package");
        }
        Totals totals = Totals.of(compared);
        switch (compared.report().verdict()) {
            case PASSED:
                return words.of(sameness(compared, totals), seal(compared));
            case FAILED:
                return totals.hasRecords() ? records(totals) : words.of("compare.sentence.files");
            default:
                return words.of("compare.sentence.open", seal(compared));
        }
    }

    private static String sameness(Compared compared, Totals totals) {
        if (compared.verdict() != Severity.PASSED) {
            return "compare.sentence.unproven";
        }
        return totals.rewritten() ? "compare.sentence.rewritten" : "compare.sentence.identical";
    }

    private String records(Totals totals) {
        String counts = words.of(
                "compare.sentence.records", totals.changed(), totals.sealed(), totals.added(), totals.removed());
        String order = totals.reordered() > 0 ? words.of("compare.sentence.order", totals.reordered()) : "";
        String end = totals.others() ? words.of("compare.sentence.end") : words.of("compare.sentence.else");
        return counts + order + end;
    }

    private List<String> leads(Compared compared) {
        List<String> leads = new ArrayList<>();
        boolean named = compared.report().verdict() != Severity.FAILED && !compared.isPackageFailed();
        if (!named) {
            leads.add(words.of("compare.with", seal(compared)));
        }
        compared.verification().ifPresent(report -> leads.add(ofPackage(report)));
        compared.laterPackages().forEach(report -> leads.add(ofLaterPackage(report)));
        if (compared.order().onlyGiven()) {
            leads.add(words.of("compare.only"));
        }
        if (compared.order().values()) {
            leads.add(words.of("compare.byvalues"));
        }
        return leads;
    }

    private String ofPackage(VerificationReport report) {
        TimeResult time = report.time();
        String when = time.notAfter().isEmpty()
                ? ""
                : " "
                        + (time.tier() == Tier.PRACTICE
                                ? words.of(
                                        "compare.when.practice", time.notAfter().get())
                                : words.of("compare.when", time.notAfter().get()));
        switch (report.verdict()) {
            case PASSED:
                return words.of("compare.package.passed") + when;
            case FAILED:
                return words.of("compare.package.failed");
            default:
                return words.of("compare.package.open") + when;
        }
    }

    private String ofLaterPackage(VerificationReport report) {
        String seal = report.ledger()
                .statement()
                .map(statement -> seal(words, statement))
                .orElse(words.of("compare.seal.unknown"));
        switch (report.verdict()) {
            case PASSED:
                return words.of("compare.later.passed", seal);
            case FAILED:
                return words.of("compare.later.failed");
            default:
                return words.of("compare.later.open", seal);
        }
    }

    private FileLine file(Compared compared, ArtifactComparison artifact) {
        boolean document = compared.documents().contains(artifact.name());
        return new FileLine(
                Safe.text(artifact.name()),
                artifact.state(),
                sentence(artifact, document),
                artifact.remarks().stream().map(new NoteWords(words)::say).toList());
    }

    private String sentence(ArtifactComparison artifact, boolean document) {
        switch (artifact.state()) {
            case IDENTICAL:
                return words.of("compare.file.identical");
            case RE_ENCODED:
                return words.count("compare.file.rewritten", artifact.records());
            case MISSING:
                return words.of("compare.file.missing");
            case UNEXPECTED:
                return words.of("compare.file.unexpected");
            case UNKNOWN:
                return words.of("compare.file.unknown");
            default:
                return altered(artifact, document);
        }
    }

    private String altered(ArtifactComparison artifact, boolean document) {
        Totals totals = Totals.of(artifact);
        if (document || !totals.hasRecords()) {
            return document ? words.of("compare.file.document") : words.of("compare.file.columns");
        }
        String order = totals.reordered() > 0 ? words.of("compare.sentence.order", totals.reordered()) : "";
        return words.of("compare.sentence.records", totals.changed(), totals.sealed(), totals.added(), totals.removed())
                + order
                + words.of("compare.sentence.end");
    }

    /**
     * Sums over datasets and event logs.
     *
     * @param sealed number of sealed records that were compared
     * @param rewritten whether a file was only written differently
     * @param others whether there is more that is not as it was sealed, or could not be compared
     */
    private record Totals(
            long sealed, long added, long removed, long changed, long reordered, boolean rewritten, boolean others) {
        static Totals of(Compared compared) {
            Totals sum = new Totals(0, 0, 0, 0, 0, false, false);
            for (ArtifactComparison artifact : compared.report().artifacts()) {
                boolean document = compared.documents().contains(artifact.name());
                sum = sum.plus(document ? of(artifact).withoutRecords() : of(artifact));
            }
            return sum;
        }

        static Totals of(ArtifactComparison artifact) {
            Counts counts = artifact.counts();
            boolean compared = artifact.state().severity() == Severity.PASSED || artifact.state() == State.ALTERED;
            long sealed = compared ? artifact.records() - counts.added() + counts.removed() : 0;
            Totals own = new Totals(
                    sealed,
                    counts.added(),
                    counts.removed(),
                    counts.changed(),
                    counts.reordered(),
                    artifact.state() == State.RE_ENCODED,
                    false);
            boolean others = !compared
                    || artifact.state() == State.ALTERED && !own.hasRecords()
                    || !artifact.remarks().stream().allMatch(note -> EXPLAINING.contains(note.code()));
            return others ? own.withOthers() : own;
        }

        boolean hasRecords() {
            return added + removed + changed + reordered > 0;
        }

        private Totals withOthers() {
            return new Totals(sealed, added, removed, changed, reordered, rewritten, true);
        }

        private Totals withoutRecords() {
            return new Totals(0, 0, 0, 0, 0, rewritten, others);
        }

        private Totals plus(Totals more) {
            return new Totals(
                    sealed + more.sealed,
                    added + more.added,
                    removed + more.removed,
                    changed + more.changed,
                    reordered + more.reordered,
                    rewritten || more.rewritten,
                    others || more.others);
        }
    }
}
