package org.trialseal.app.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.app.certificate.Certificate.Judgement;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Section;
import org.trialseal.app.story.Fact;
import org.trialseal.app.story.Story;
import org.trialseal.app.story.Storyteller;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.app.work.verify.Examination.OfTimestamp;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Result;

/** The certificate of a verification. It says what the examination says, whether that is good news or not. */
public final class VerificationCertificate {
    private static final int MOST_SHOWN = 6;

    private final OfPackage examined;
    private final Story story;
    private final Wording wording;
    private final Texts words;
    private final Optional<Statement> statement;

    private VerificationCertificate(OfPackage examined, Locale locale) {
        this.examined = examined;
        this.story = new Storyteller(locale).tell(examined);
        this.wording = new Wording(locale);
        this.words = wording.words();
        this.statement = examined.report().ledger().statement();
    }

    /**
     * The certificate of a verified package or timestamp.
     *
     * @param locale of its words, English or German
     */
    public static Certificate of(Examination examined, Locale locale) {
        return examined instanceof OfPackage proof
                ? new VerificationCertificate(proof, locale).certificate()
                : new TimestampCertificate((OfTimestamp) examined, locale).certificate();
    }

    private Certificate certificate() {
        String name = Safe.text(String.valueOf(examined.file().getFileName()));
        Judgement judgement = judgement();
        return new Certificate(
                words.locale(),
                judgement.word() + ": " + name,
                heading(),
                name,
                judgement,
                facts(),
                statement.map(VerificationCertificate::digest),
                words.of("certificate.caption"),
                sections(),
                words.of("certificate.notes"),
                List.of(
                        words.of("certificate.note.verification"),
                        wording.policy(examined.policy()),
                        words.of("certificate.note.time") + " " + words.of("certificate.note.claimed")),
                words.of("certificate.page"),
                statement.map(Statement::claimedTime));
    }

    private String heading() {
        return isTraining() ? words.of("certificate.verification.training") : wording.verification(examined.verdict());
    }

    /** A pass on the practice network is none to show to anybody, and does not look like one. */
    private boolean isTraining() {
        return examined.verdict() == Result.PASSED
                && statement.map(Statement::network).equals(Optional.of(Network.PRACTICE));
    }

    private Judgement judgement() {
        boolean training = isTraining();
        Tone tone = training ? Tone.OPEN : Tone.of(examined.verdict());
        return new Judgement(
                tone,
                training ? words.of("certificate.word.training") : wording.word(tone),
                story.sentence(),
                training ? words.of("certificate.training") : story.because(),
                examined.verdict() == Result.FAILED ? "" : story.when());
    }

    private static Sha256 digest(Statement statement) {
        try {
            return Sha256.of(statement.toBytes());
        } catch (MalformedException e) {
            throw new IllegalStateException("a statement that was read can be written", e);
        }
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(wording.file(examined));
        statement.ifPresent(said -> facts.addAll(wording.seal(said)));
        statement.ifPresent(said -> facts.add(
                Fact.digest(words.of("story.fact.statement"), digest(said).hex())));
        timeCheck()
                .ifPresent(check -> facts.addAll(wording.time(
                        examined.time(),
                        check.reason(),
                        statement.map(Statement::network).orElse(Network.BITCOIN))));
        statement.ifPresent(said -> facts.addAll(wording.signers(said)));
        return facts;
    }

    private Optional<Check> timeCheck() {
        return examined.checks().stream()
                .filter(check -> check.id().equals(CheckId.TIME))
                .findFirst();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!story.shown().isEmpty()) {
            sections.add(new Section(
                    words.of("certificate.shown"),
                    "",
                    wording.points(story.shown(), MOST_SHOWN, "certificate.shown.more")));
        }
        sections.add(new Section(
                words.of("certificate.left"),
                "",
                story.notProven().stream().map(Line::point).toList()));
        sections.add(new CheckTable(wording, story.checks()).section());
        return sections;
    }
}
