package org.trialseal.app.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Mark;
import org.trialseal.app.story.CheckLine;
import org.trialseal.app.story.Fact;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Program;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;

/** What both certificates say alike. */
final class Wording {
    private static final int MOST_SIGNERS = 3;
    private static final int MOST_DEMANDED = 8;

    private final Texts words;

    Wording(Locale locale) {
        words = Texts.in(locale, List.of("org.trialseal.app.story", "org.trialseal.app.certificate"));
    }

    Texts words() {
        return words;
    }

    String word(Tone tone) {
        switch (tone) {
            case PASSED:
                return words.of("certificate.word.passed");
            case FAILED:
                return words.of("certificate.word.failed");
            default:
                return words.of("certificate.word.open");
        }
    }

    /** What kind of certificate it is. */
    String verification(Result verdict) {
        switch (verdict) {
            case PASSED:
                return words.of("certificate.verification.passed");
            case FAILED:
                return words.of("certificate.verification.failed");
            default:
                return words.of("certificate.verification.open");
        }
    }

    /** Which file was examined. */
    List<Fact> file(Examination examined) {
        String name = Safe.text(String.valueOf(examined.file().getFileName()));
        return List.of(
                Fact.words(
                        words.of("certificate.fact.file"), name + ", " + words.count("story.bytes", examined.length())),
                Fact.digest(
                        words.of("certificate.fact.file.digest"),
                        examined.digest().hex()));
    }

    /** Which seal of which study, by the statement's own words. */
    List<Fact> seal(Statement statement) {
        List<Fact> facts = new ArrayList<>();
        String study = statement.study().id();
        facts.add(Fact.words(
                words.of("story.fact.study"),
                statement.study().title().map(title -> study + " - " + title).orElse(study)));
        statement
                .study()
                .sponsor()
                .ifPresent(sponsor -> facts.add(Fact.words(words.of("story.fact.sponsor"), sponsor)));
        String title = statement.title().isEmpty() ? "" : ": " + statement.title();
        facts.add(Fact.words(
                words.of("certificate.fact.seal"),
                words.of(
                        "certificate.seal.line",
                        statement.place().seal(),
                        Safe.text(statement.milestone()),
                        Safe.text(title))));
        facts.add(Fact.words(
                words.of("story.fact.claimed"),
                words.of("certificate.claimed", words.moment(statement.claimedTime()))));
        return facts;
    }

    /** Whose signatures the statement requires. */
    List<Fact> signers(Statement statement) {
        List<Fact> facts = new ArrayList<>();
        for (RequiredSigner signer :
                statement.signers().stream().limit(MOST_SIGNERS).toList()) {
            facts.add(Fact.digest(
                    words.of("certificate.fact.signer", Safe.text(signer.algorithm())),
                    signer.spki().hex()));
        }
        if (statement.signers().size() > MOST_SIGNERS) {
            facts.add(Fact.words(
                    words.of("certificate.fact.signers.more"),
                    words.number(statement.signers().size() - MOST_SIGNERS)));
        }
        return facts;
    }

    /** No later than when, and how firmly that is known. */
    List<Fact> time(TimeResult time, String reason, Network network) {
        List<Fact> facts = new ArrayList<>();
        String trust = words.of("story.reason." + reason);
        facts.add(Fact.words(
                words.of("story.fact.notafter"),
                time.notAfter()
                        .map(day -> words.of(
                                network == Network.PRACTICE ? "certificate.day.practice" : "certificate.day",
                                day,
                                height(time)))
                        .orElse(words.of("certificate.day.none"))));
        facts.add(Fact.words(words.of("certificate.fact.trust"), trust));
        time.notBefore()
                .ifPresent(day -> facts.add(
                        Fact.words(words.of("story.fact.notbefore"), words.of("certificate.day.before", day))));
        return facts;
    }

    static long height(TimeResult time) {
        return time.block().map(TimeResult.AttestingBlock::height).orElse(0L);
    }

    Line check(CheckLine check) {
        Tone tone = Tone.of(check.result());
        String remark = check.required() ? "" : words.of("certificate.optional");
        return new Line(check.question(), check.answer(), Optional.of(new Mark(tone, small(tone), remark)));
    }

    private String small(Tone tone) {
        switch (tone) {
            case PASSED:
                return words.of("certificate.mark.passed");
            case FAILED:
                return words.of("certificate.mark.failed");
            default:
                return words.of("certificate.mark.open");
        }
    }

    /** By what it was judged. */
    String policy(VerificationPolicy policy) {
        return judged(policy) + " " + demanded(policy);
    }

    /** By which chain a time was judged. */
    String judged(VerificationPolicy policy) {
        List<String> parts = new ArrayList<>();
        parts.add(words.of(
                "certificate.policy.checkpoints",
                Program.line(),
                policy.bitcoin().checkpoints().newestHeight()));
        if (policy.bitcoin().minimumWork().signum() > 0) {
            parts.add(words.of(
                    "certificate.policy.work", policy.bitcoin().minimumWork().toString()));
        }
        if (policy.practice().practiceAccepted()) {
            parts.add(words.of("certificate.policy.practice"));
        }
        return String.join(" ", parts);
    }

    private String demanded(VerificationPolicy policy) {
        if (policy.signers().isEmpty()) {
            return words.of("certificate.policy.nobody");
        }
        List<String> keys = policy.signers().stream()
                .sorted()
                .limit(MOST_DEMANDED)
                .map(Sha256::hex)
                .toList();
        return words.of("certificate.policy.signers", policy.signers().size(), String.join(", ", keys));
    }

    /** Points of a list, cut when it is too long to read. */
    List<Line> points(List<String> texts, int most, String moreKey) {
        List<Line> lines = new ArrayList<>();
        texts.stream().limit(most).map(Line::point).forEach(lines::add);
        if (texts.size() > most) {
            lines.add(Line.point(words.count(moreKey, texts.size() - most)));
        }
        return lines;
    }

    /** How many of some checks ended so. */
    static long count(List<CheckLine> checks, Result result) {
        return checks.stream().filter(check -> check.result() == result).count();
    }
}
