package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What the sealing computer's clock said is a claim. */
class ClaimedTimeTest {
    private final SpecStudy study = SpecStudy.small();

    private VerificationReport verify(String claimedTime) throws Exception {
        String honest = new String(study.statements.get(2), StandardCharsets.UTF_8);
        byte[] statement = honest.replace("2026-03-03T10:00:00Z", claimedTime).getBytes(StandardCharsets.UTF_8);
        SpecAnchor anchor = SpecAnchor.practice(SpecHash.h((Object) statement));
        SpecPackage made = study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3))
                .put(SpecPackage.STATEMENT, statement)
                .put(SpecPackage.OTS, anchor.timestamp())
                .put(SpecPackage.HEADERS, anchor.headers());
        return Packages.practice().verify(made.file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2016-03-03T10:00:00Z", "2036-03-03T10:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void verify_clockTenYearsOff_changesNoVerdict(String claimedTime) throws Exception {
        VerificationReport right = verify("2026-03-03T10:00:00Z");
        VerificationReport off = verify(claimedTime);

        Packages.assertPassed(off);
        assertThat(off.checks()).isEqualTo(right.checks());
        assertThat(off.time().notAfter()).isEqualTo(right.time().notAfter()).isPresent();
        assertThat(off.ledger().statement().orElseThrow().claimedTime()).hasToString(claimedTime);
    }
}
