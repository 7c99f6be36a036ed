package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Time on a small chain that counts as the main one and has a checkpoint at height 7. */
abstract class SmallTime {
    static final int PERIOD = 8;
    static final long LOW = 5;
    static final long HIGH = 10;

    final ChainParameters chain = small();
    final SpecStudy study = SpecStudy.small().reseal("bitcoin", Map.of());

    static ChainParameters small() {
        ChainParameters practice = ChainParameters.practice();
        return new ChainParameters(
                Network.BITCOIN, practice.genesis(), practice.limit(), PERIOD, 4_800, false, new TreeMap<>());
    }

    SpecAnchor anchor(long height, int onTop) {
        return new SpecAnchor(chain, study.digest(), height, onTop);
    }

    VerificationPolicy policy(SpecAnchor anchor) {
        BlockHeader seventh = anchor.block(PERIOD - 1);
        Checkpoint checkpoint = new Checkpoint(PERIOD - 1, seventh.hash(), seventh.target(), List.of());
        return VerificationPolicy.standard(Checkpoints.of(chain, List.of(checkpoint)));
    }

    SpecPackage made(SpecAnchor anchor, long from, long to) {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .put(SpecPackage.OTS, anchor.timestamp())
                .put(SpecPackage.HEADERS, anchor.headers(from, to));
    }

    VerificationReport verify(SpecAnchor anchor, SpecPackage made) throws Exception {
        return new Verifier(policy(anchor)).verify(made.file());
    }

    static void assertTime(VerificationReport report, Result result, String reason, Tier tier) {
        Check time = Packages.check(report, "time");
        assertThat(time.reason()).as(time.detail()).isEqualTo(reason);
        assertThat(time.result()).isEqualTo(result);
        assertThat(report.time().tier()).isEqualTo(tier);
        assertThat(report.time().notAfter().isPresent()).isEqualTo(result == Result.PASSED);
        assertThat(report.notShown().contains(NotShown.TIME)).isEqualTo(result != Result.PASSED);
        assertThat(report.verdict()).isEqualTo(result);
    }
}
