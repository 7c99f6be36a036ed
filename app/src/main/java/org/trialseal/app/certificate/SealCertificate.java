package org.trialseal.app.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.app.certificate.Certificate.Judgement;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Section;
import org.trialseal.app.story.Fact;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.anchor.SealTime;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.VerificationPolicy;

/** The certificate of a seal: what was sealed, and how far its anchoring has come. What is pending is never proven. */
public final class SealCertificate {
    /** Most artifacts that are listed. */
    static final int MOST_ARTIFACTS = 400;

    private final EvidenceFolder folder;
    private final Statement statement;
    private final VerificationPolicy policy;
    private final TimeFinding time;
    private final AnchorProgress.Step step;
    private final Wording wording;
    private final Texts words;

    private SealCertificate(EvidenceFolder folder, VerificationPolicy policy, Locale locale)
            throws IOException, MalformedException {
        this.folder = folder;
        this.statement = folder.statement();
        this.policy = policy;
        this.time = SealTime.of(folder, policy);
        // How long it has been pending is left to the clock; here it is pending, however long.
        this.step = AnchorProgress.of(folder, policy, statement.claimedTime()).step();
        this.wording = new Wording(locale);
        this.words = wording.words();
    }

    /**
     * The certificate of the seal in an evidence folder.
     *
     * @param policy judges its anchor
     * @param locale of its words, English or German
     * @throws MalformedException when the anchor in the folder is damaged
     */
    public static Certificate of(EvidenceFolder folder, VerificationPolicy policy, Locale locale)
            throws IOException, MalformedException {
        return new SealCertificate(folder, policy, locale).certificate();
    }

    private Certificate certificate() {
        Judgement judgement = judgement();
        return new Certificate(
                words.locale(),
                judgement.word() + ": " + seal(),
                words.of("certificate.seal"),
                seal(),
                judgement,
                facts(),
                Optional.of(folder.digest()),
                words.of("certificate.caption"),
                sections(),
                words.of("certificate.notes"),
                List.of(
                        words.of("certificate.note.seal"),
                        wording.policy(policy),
                        words.of("certificate.note.time") + " " + words.of("certificate.note.claimed")),
                words.of("certificate.page"),
                Optional.of(statement.claimedTime()));
    }

    private String seal() {
        return words.of(
                "story.seal",
                statement.place().seal(),
                Safe.text(statement.milestone()),
                Safe.text(statement.study().id()));
    }

    private Judgement judgement() {
        if (time.check().result() == Result.FAILED) {
            return judgement(Tone.FAILED, "refuted", "");
        }
        switch (step) {
            case LINKED:
            case CONFIRMED:
                return judgement(Tone.PASSED, "anchored", when());
            case PRACTICE:
                return judgement(Tone.OPEN, "practice", "");
            case NAMED:
                return judgement(Tone.OPEN, "named", "");
            case NONE:
                return judgement(Tone.OPEN, "none", "");
            default:
                return judgement(Tone.OPEN, "pending", "");
        }
    }

    private Judgement judgement(Tone tone, String state, String when) {
        return new Judgement(
                tone,
                words.of("certificate.anchor." + state),
                words.of("certificate.sealed", seal()),
                words.of("certificate.anchor." + state + ".text"),
                when);
    }

    private String when() {
        return time.time()
                .notAfter()
                .map(day -> words.of("story.when", day, Wording.height(time.time())))
                .orElse("");
    }

    private List<SealEntry> artifacts() {
        return folder.entries().stream()
                .filter(entry -> !(entry instanceof SourceEntry))
                .toList();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(wording.seal(statement));
        facts.add(Fact.digest(words.of("story.fact.statement"), folder.digest().hex()));
        facts.add(Fact.digest(words.of("story.fact.ledger"), statement.ledger().hex()));
        facts.add(Fact.words(
                words.of("story.fact.network"),
                statement.network() == Network.PRACTICE
                        ? words.of("certificate.network.practice")
                        : words.of("certificate.network.bitcoin")));
        facts.addAll(wording.time(time.time(), time.check().reason(), statement.network()));
        facts.addAll(wording.signers(statement));
        return facts;
    }

    private List<Section> sections() {
        return List.of(
                new Section(
                        words.of("certificate.left"),
                        "",
                        notProven().stream().map(Line::point).toList()),
                new Section(words.of("certificate.holds"), totals(), contents()));
    }

    private List<String> notProven() {
        List<String> left = new ArrayList<>();
        for (String name : List.of("truth", "authorship", "before_sealing", "other_ledgers", "later_seals")) {
            left.add(words.of("story.left." + name));
        }
        if (time.check().result() != Result.PASSED) {
            left.add(words.of("story.left.time"));
        }
        if (statement.network() == Network.PRACTICE) {
            left.add(words.of("story.left.practice"));
        }
        return left;
    }

    private String totals() {
        long records = artifacts().stream().mapToLong(SealCertificate::records).sum();
        return words.count("certificate.artifacts", artifacts().size()) + ", "
                + words.count("certificate.records", records) + ".";
    }

    private static long records(SealEntry entry) {
        if (entry instanceof DatasetEntry dataset) {
            return dataset.shape().records();
        }
        return entry instanceof LogEntry log ? log.records() : 0;
    }

    private List<Line> contents() {
        List<Line> lines = new ArrayList<>();
        artifacts().stream()
                .limit(MOST_ARTIFACTS)
                .map(entry -> Line.row(Safe.text(entry.name()), holds(entry)))
                .forEach(lines::add);
        if (artifacts().size() > MOST_ARTIFACTS) {
            lines.add(Line.row(
                    words.of("certificate.artifacts.more"),
                    words.count("certificate.artifacts", artifacts().size() - MOST_ARTIFACTS)));
        }
        return lines;
    }

    private String holds(SealEntry entry) {
        if (entry instanceof DatasetEntry dataset) {
            String subjects = dataset.shape().grouped()
                    ? " " + words.count("certificate.subjects", dataset.shape().groups())
                    : "";
            return words.of("certificate.dataset") + ", "
                    + words.count("certificate.records", dataset.shape().records()) + subjects;
        }
        return entry instanceof LogEntry log
                ? words.of("certificate.log") + ", " + words.count("certificate.records", log.records())
                : words.of("certificate.document");
    }
}
