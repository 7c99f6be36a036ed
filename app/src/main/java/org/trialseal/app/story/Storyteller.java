package org.trialseal.app.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.app.work.verify.Examination.OfTimestamp;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.LedgerSummary;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;

/** Tells an examination in the words of a language. It adds no judgement: every result is the examination's. */
public final class Storyteller {
    private static final String BUNDLE = "org.trialseal.app.story";
    private static final int MOST_NAMED = 12;

    private final Texts words;
    private final Answers answers;

    /** @param locale of the language, English or German */
    public Storyteller(Locale locale) {
        this.words = Texts.in(locale, List.of(BUNDLE));
        this.answers = new Answers(words);
    }

    /** Tells an examination. */
    public Story tell(Examination examination) {
        return examination instanceof OfPackage proof ? ofPackage(proof) : ofTimestamp((OfTimestamp) examination);
    }

    private Story ofPackage(OfPackage examined) {
        Evidence evidence = new Evidence(words, this, examined);
        List<CheckLine> lines = new ArrayList<>();
        for (Check check : examined.checks()) {
            lines.add(answers.line(check, examined.time(), evidence.of(check)));
        }
        Optional<Statement> statement = examined.report().ledger().statement();
        boolean practice = statement
                .map(Statement::network)
                .filter(Network.PRACTICE::equals)
                .isPresent();
        return new Story(
                examined.verdict(),
                sentence(examined),
                because(examined),
                when(examined.time(), practice),
                examined.report().disclosed().stream().map(this::shown).toList(),
                lines,
                examined.report().notShown().stream().map(this::notProven).toList(),
                practice && examined.verdict() != Result.FAILED,
                statement.isPresent() && examined.verdict() != Result.FAILED,
                false);
    }

    private String sentence(OfPackage examined) {
        String seal = seal(examined.report().ledger());
        switch (examined.verdict()) {
            case PASSED:
                return words.of("story.sentence.passed", seal);
            case FAILED:
                return words.of("story.sentence.failed", seal);
            default:
                return words.of("story.sentence.open", seal);
        }
    }

    private String because(Examination examined) {
        return examined.verdict() == Result.PASSED ? "" : answers.worst(examined);
    }

    private String seal(LedgerSummary ledger) {
        return ledger.statement()
                .map(statement -> words.of(
                        "story.seal",
                        ledger.seal(),
                        Safe.text(statement.milestone()),
                        Safe.text(statement.study().id())))
                .orElse(words.of("story.seal.unknown", ledger.seal()));
    }

    private String when(TimeResult time, boolean practice) {
        if (time.notAfter().isEmpty()) {
            return "";
        }
        long height = time.block().map(TimeResult.AttestingBlock::height).orElse(0L);
        return practice
                ? words.of("story.when.practice", time.notAfter().get(), height)
                : words.of("story.when", time.notAfter().get(), height);
    }

    private String shown(Disclosed disclosed) {
        String name = Safe.text(disclosed.name());
        if (disclosed.kind().equals("document")) {
            return words.of("story.shown.document", name);
        }
        long shown = disclosed.records().shown();
        long of = disclosed.records().of();
        switch (disclosed.extent()) {
            case WHOLE:
                return words.of("story.shown.whole", name, of);
            case SUBJECTS:
                return words.of("story.shown.subjects", name, shown, of, named(disclosed.subjects()));
            case RECORDS:
                return words.of("story.shown.records", name, shown, of);
            case FIELDS:
                return words.of(
                        "story.shown.fields", name, shown, of, Safe.text(String.join(", ", disclosed.columns())));
            default:
                return disclosed.absent().isEmpty()
                        ? words.of("story.shown.nothing", name)
                        : words.of("story.shown.absent", name, named(disclosed.absent()));
        }
    }

    String named(List<Cell> cells) {
        String names = Safe.text(String.join(
                ", ", cells.stream().limit(MOST_NAMED).map(Cell::identifier).toList()));
        return cells.size() > MOST_NAMED ? words.of("story.more", names, cells.size() - MOST_NAMED) : names;
    }

    private String notProven(NotShown left) {
        return words.of("story.left." + left.name().toLowerCase(Locale.ROOT));
    }

    private Story ofTimestamp(OfTimestamp examined) {
        List<CheckLine> lines = new ArrayList<>();
        for (Check check : examined.checks()) {
            lines.add(line(examined, check));
        }
        List<String> left = new ArrayList<>();
        left.add(words.of("story.left.truth"));
        left.add(words.of("story.left.authorship"));
        if (examined.verdict() != Result.PASSED) {
            left.add(words.of("story.left.time.file"));
        }
        return new Story(
                examined.verdict(),
                sentence(examined),
                because(examined),
                examined.verdict() == Result.PASSED ? when(examined.time(), false) : "",
                List.of(),
                lines,
                left,
                false,
                false,
                examined.checks().stream().anyMatch(check -> check.reason().equals("no-file")));
    }

    /** A time that is another file's, or nobody knows whose, is not told as that of the file. */
    private CheckLine line(OfTimestamp examined, Check check) {
        List<Fact> evidence = new TimestampEvidence(words, examined).of(check);
        CheckLine line = answers.line(check, examined.time(), evidence);
        Optional<LocalDate> day = examined.time().notAfter();
        boolean strange = check.id().equals(CheckId.TIME)
                && check.result() == Result.PASSED
                && examined.verdict() != Result.PASSED;
        return strange && day.isPresent()
                ? new CheckLine(
                        line.id(),
                        line.question(),
                        line.result(),
                        words.of("story.ots.time", day.get()),
                        line.required(),
                        evidence)
                : line;
    }

    private String sentence(OfTimestamp examined) {
        if (examined.verdict() == Result.INDETERMINATE) {
            return words.of("story.ots.open");
        }
        String key = examined.verdict() == Result.PASSED ? "story.ots.passed" : "story.ots.failed";
        return examined.about()
                .map(path -> words.of(key, Safe.text(String.valueOf(path.getFileName()))))
                .orElseGet(() -> words.of(key + ".unnamed"));
    }

    /** What a timestamp starts from. */
    static String digest(DetachedTimestamp proof) {
        return proof.digest().hex();
    }

    /** Whether an id belongs to a family of checks. */
    static boolean isOf(String family, Check check) {
        return check.id().equals(family) || check.id().startsWith(family + ":");
    }

    /** The name in an id such as {@code data:lb}; empty when there is none. */
    static String subject(Check check) {
        int colon = check.id().indexOf(':');
        return colon < 0 || check.id().startsWith(CheckId.TIME)
                ? ""
                : check.id().substring(colon + 1);
    }
}
