package org.trialseal.app.story;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination.OfTimestamp;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.CheckId;

/** What the answers about a timestamp rest on. */
final class TimestampEvidence {
    private final Texts words;
    private final OfTimestamp examined;

    TimestampEvidence(Texts words, OfTimestamp examined) {
        this.words = words;
        this.examined = examined;
    }

    List<Fact> of(Check check) {
        List<Fact> facts = new ArrayList<>();
        if (check.id().equals(CheckId.TIME)) {
            for (Attested attested : examined.proof().timestamp().attestations()) {
                facts.add(attestation(attested));
            }
            Evidence.time(words, facts, examined.time());
        } else {
            facts.add(Fact.words(
                    words.of("story.fact.hash"), examined.proof().fileHash().word()));
            facts.add(Fact.digest(words.of("story.fact.digest"), Storyteller.digest(examined.proof())));
        }
        Evidence.verbatim(words, facts, check);
        return facts;
    }

    private Fact attestation(Attested attested) {
        if (attested.attestation() instanceof BitcoinAttestation bitcoin) {
            boolean counts = attested.block()
                    .filter(examined.proof().timestamp().blocks()::contains)
                    .isPresent();
            return Fact.digest(
                    words.of(counts ? "story.fact.attests" : "story.fact.otherhash", bitcoin.height()),
                    attested.message().hex());
        }
        if (attested.attestation() instanceof PendingAttestation pending) {
            return Fact.words(words.of("story.fact.pending"), Safe.text(pending.uri()));
        }
        return Fact.digest(
                words.of("story.fact.unknown"), attested.attestation().tag().hex());
    }
}
