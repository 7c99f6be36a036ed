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
import org.trialseal.app.work.verify.Examination.OfTimestamp;
import org.trialseal.core.seal.Network;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Result;

/** The certificate of an OpenTimestamps proof by itself: there is no statement, so it has no code and no claimed time. */
final class TimestampCertificate {
    private final OfTimestamp examined;
    private final Story story;
    private final Wording wording;
    private final Texts words;

    TimestampCertificate(OfTimestamp examined, Locale locale) {
        this.examined = examined;
        this.story = new Storyteller(locale).tell(examined);
        this.wording = new Wording(locale);
        this.words = wording.words();
    }

    Certificate certificate() {
        String name = Safe.text(String.valueOf(examined.file().getFileName()));
        Tone tone = Tone.of(examined.verdict());
        Judgement judgement = new Judgement(tone, wording.word(tone), story.sentence(), story.because(), story.when());
        return new Certificate(
                words.locale(),
                judgement.word() + ": " + name,
                wording.verification(examined.verdict()),
                name,
                judgement,
                facts(),
                Optional.empty(),
                "",
                sections(),
                words.of("certificate.notes"),
                List.of(
                        words.of("certificate.note.timestamp"),
                        wording.judged(examined.policy()),
                        words.of("certificate.note.time")),
                words.of("certificate.page"),
                Optional.empty());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(wording.file(examined));
        examined.about()
                .ifPresent(about -> facts.add(Fact.words(
                        words.of("certificate.fact.about"), Safe.text(String.valueOf(about.getFileName())))));
        facts.add(Fact.digest(
                words.of("story.fact.digest") + ", "
                        + examined.proof().fileHash().word(),
                examined.proof().digest().hex()));
        facts.addAll(time());
        return facts;
    }

    /** A time counts only as that of the file: when everything passed. */
    private List<Fact> time() {
        if (examined.verdict() != Result.PASSED) {
            return List.of(Fact.words(words.of("story.fact.notafter"), words.of("certificate.day.none")));
        }
        return examined.checks().stream()
                .filter(check -> check.id().equals(CheckId.TIME))
                .findFirst()
                .map(check -> wording.time(examined.time(), check.reason(), Network.BITCOIN))
                .orElse(List.of());
    }

    private List<Section> sections() {
        List<Line> left = story.notProven().stream().map(Line::point).toList();
        return List.of(
                new Section(words.of("certificate.left"), "", left), new CheckTable(wording, story.checks()).section());
    }
}
