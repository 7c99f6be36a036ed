package org.trialseal.app.story;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.LedgerSummary;
import org.trialseal.core.verify.TimeResult;

/** What the answers about a package rest on, check by check. */
final class Evidence {
    private final Texts words;
    private final OfPackage examined;
    private final Storyteller teller;

    Evidence(Texts words, Storyteller teller, OfPackage examined) {
        this.words = words;
        this.teller = teller;
        this.examined = examined;
    }

    List<Fact> of(Check check) {
        List<Fact> facts = new ArrayList<>();
        if (check.id().equals(CheckId.PACKAGE)) {
            facts.add(Fact.words(words.of("story.fact.file"), Safe.text(name())));
            facts.add(Fact.words(words.of("story.fact.length"), words.count("story.bytes", examined.length())));
        } else if (check.id().equals(CheckId.STATEMENT)) {
            examined.report().ledger().statement().ifPresent(statement -> statement(facts, statement));
        } else if (check.id().equals(CheckId.LEDGER)) {
            ledger(facts, examined.report().ledger());
        } else if (check.id().equals(CheckId.ENTRIES)) {
            examined.report().ledger().statement().ifPresent(statement -> entries(facts, statement));
        } else if (check.id().equals(CheckId.TIME)) {
            time(words, facts, examined.time());
        } else {
            examined.report().disclosed().stream()
                    .filter(shown -> shown.name().equals(Storyteller.subject(check)))
                    .forEach(shown -> shown(facts, shown));
        }
        verbatim(words, facts, check);
        return facts;
    }

    /** The core's own words, which are English in every language, and its code. */
    static void verbatim(Texts words, List<Fact> facts, Check check) {
        facts.add(Fact.words(words.of("story.fact.verbatim"), Safe.text(check.detail())));
        facts.add(Fact.digest(words.of("story.fact.code"), check.id() + " / " + check.reason()));
    }

    private String name() {
        return String.valueOf(examined.file().getFileName());
    }

    private void statement(List<Fact> facts, Statement statement) {
        facts.add(Fact.words(
                words.of("story.fact.study"),
                Safe.text(statement
                        .study()
                        .title()
                        .map(title -> statement.study().id() + " - " + title)
                        .orElse(statement.study().id()))));
        statement
                .study()
                .sponsor()
                .ifPresent(sponsor -> facts.add(Fact.words(words.of("story.fact.sponsor"), Safe.text(sponsor))));
        facts.add(Fact.words(words.of("story.fact.milestone"), Safe.text(statement.milestone())));
        facts.add(Fact.words(words.of("story.fact.claimed"), words.moment(statement.claimedTime())));
        facts.add(Fact.words(words.of("story.fact.network"), network(statement.network())));
        try {
            facts.add(Fact.digest(
                    words.of("story.fact.statement"),
                    Sha256.of(statement.toBytes()).hex()));
        } catch (MalformedException e) {
            throw new IllegalStateException("a statement that was read can be written", e);
        }
    }

    private String network(Network network) {
        return network == Network.PRACTICE ? words.of("story.network.practice") : words.of("story.network.bitcoin");
    }

    private void ledger(List<Fact> facts, LedgerSummary ledger) {
        for (LedgerSummary.Line line : ledger.seals()) {
            String title = line.title().isEmpty() ? "" : ": " + line.title();
            facts.add(Fact.words(words.of("story.fact.seal", line.seal()), Safe.text(line.milestone() + title)));
        }
        ledger.statement().ifPresent(statement -> {
            facts.add(Fact.digest(
                    words.of("story.fact.ledger"), statement.ledger().hex()));
            statement
                    .place()
                    .previous()
                    .ifPresent(previous -> facts.add(Fact.digest(words.of("story.fact.previous"), previous.hex())));
        });
    }

    private void entries(List<Fact> facts, Statement statement) {
        facts.add(Fact.words(
                words.of("story.fact.entries"), words.number(statement.entries().count())));
        facts.add(Fact.digest(
                words.of("story.fact.root"), statement.entries().root().hex()));
    }

    private void shown(List<Fact> facts, Disclosed shown) {
        if (!shown.kind().equals("document")) {
            facts.add(Fact.words(
                    words.of("story.fact.records"),
                    words.of(
                            "story.part",
                            shown.records().shown(),
                            shown.records().of())));
            if (shown.groups().of() > 0) {
                facts.add(Fact.words(
                        words.of("story.fact.groups"),
                        words.of(
                                "story.part",
                                shown.groups().shown(),
                                shown.groups().of())));
            }
            facts.add(Fact.words(words.of("story.fact.columns"), Safe.text(String.join(", ", shown.columns()))));
        }
        if (!shown.subjects().isEmpty()) {
            facts.add(Fact.words(words.of("story.fact.subjects"), teller.named(shown.subjects())));
        }
        if (!shown.absent().isEmpty()) {
            facts.add(Fact.words(words.of("story.fact.absent"), teller.named(shown.absent())));
        }
    }

    /** What is known of the attesting block. */
    static void time(Texts words, List<Fact> facts, TimeResult time) {
        time.notAfter().ifPresent(day -> facts.add(Fact.words(words.of("story.fact.notafter"), words.day(day))));
        time.notBefore().ifPresent(day -> facts.add(Fact.words(words.of("story.fact.notbefore"), words.day(day))));
        time.block().ifPresent(block -> {
            facts.add(Fact.words(words.of("story.fact.block"), words.number(block.height())));
            facts.add(Fact.digest(
                    words.of("story.fact.blockhash"), block.facts().hash().toString()));
            facts.add(Fact.words(
                    words.of("story.fact.ontop"),
                    words.of("story.ontop", block.facts().blocksOnTop(), power(block))));
        });
    }

    private static long power(TimeResult.AttestingBlock block) {
        return Math.max(0, block.facts().workOnTop().bitLength() - 1);
    }
}
