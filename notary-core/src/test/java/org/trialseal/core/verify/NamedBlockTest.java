package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecPackage;

/** The block that a statement names, which bounds it from below. */
final class NamedBlockTest extends SmallTime {
    private SpecAnchor naming(long named, boolean truly) {
        SpecAnchor first = anchor(LOW, 3);
        String hash = first.block(truly ? named : named + 1).hash().display();
        JsonValue block =
                JsonObject.builder().put("hash", hash).put("height", named).build();
        study.reseal("bitcoin", Map.of("block", block));
        return anchor(LOW, 3);
    }

    @Test
    void verify_earlierBlockNamed_boundsTheStatementFromBelow() throws Exception {
        SpecAnchor anchor = naming(LOW - 2, true);
        VerificationReport report = verify(anchor, made(anchor, LOW - 2, PERIOD));

        assertTime(report, Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
        assertThat(report.time().notBefore().orElseThrow()).hasToString("2011-02-02");
        assertThat(Packages.check(report, "time").detail())
                .endsWith(
                        " The statement names block 3, so it was made no earlier than 2011-02-02; that says nothing of"
                                + " the data.");
    }

    @Test
    void verify_earlierBlockNamedAndOnlyKnown_boundsTheStatementFromBelow() throws Exception {
        SpecAnchor anchor = naming(LOW - 2, true);
        Verifier knowing = new Verifier(policy(anchor)
                .knowing(height -> height == LOW - 2 ? Optional.of(anchor.run(LOW - 2, PERIOD)) : Optional.empty()));
        VerificationReport report = knowing.verify(made(anchor, LOW, PERIOD).file());

        assertTime(report, Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
        assertThat(report.time().notBefore().orElseThrow()).hasToString("2011-02-02");
    }

    @Test
    void verify_earlierBlockNamedWithoutItsHeader_saysNothingOfNotBefore() throws Exception {
        SpecAnchor anchor = naming(LOW - 2, true);
        VerificationReport report = verify(anchor, made(anchor, LOW, PERIOD));

        assertTime(report, Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
        assertThat(report.time().notBefore()).isEmpty();
    }

    @Test
    void verify_anotherBlockNamedThanTheChainHas_fails() throws Exception {
        SpecAnchor anchor = naming(LOW - 2, false);
        assertTime(verify(anchor, made(anchor, LOW - 2, PERIOD)), Result.FAILED, "block-differs", Tier.NONE);
    }

    @Test
    void verify_namedBlockNotBelowTheAttestingOne_fails() throws Exception {
        SpecAnchor later = naming(LOW + 1, true);
        SpecPackage made = made(later, LOW, LOW + 1);
        assertTime(verify(later, made), Result.FAILED, "named-block-later", Tier.NONE);
    }

    @Test
    void verify_namedBlockAtTheHeightOfTheAttestingOne_failsWithoutAnyHeader() throws Exception {
        SpecAnchor same = naming(LOW, true);
        SpecPackage made = made(same, LOW, PERIOD).remove(SpecPackage.HEADERS);
        assertTime(verify(same, made), Result.FAILED, "named-block-later", Tier.NONE);
    }
}
