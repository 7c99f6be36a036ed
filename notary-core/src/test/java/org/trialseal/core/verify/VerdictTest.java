package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.bitcoin.BlockCheck;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.proof.EntryName;

final class VerdictTest {
    private static List<Check> passing() {
        List<Check> checks = new ArrayList<>();
        for (String id : CheckId.ALWAYS) {
            checks.add(Check.required(id.equals("data") ? "data:LB" : id, Reason.OK, "Fine."));
        }
        return checks;
    }

    @Test
    void verdict_allRequiredPassed_isPassed() {
        assertThat(VerificationReport.verdict(passing())).isEqualTo(Result.PASSED);
    }

    @Test
    void verdict_noChecks_isIndeterminate() {
        assertThat(VerificationReport.verdict(List.of())).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void verdict_anyRequiredCheckMissing_isIndeterminate() {
        for (int i = 0; i < CheckId.ALWAYS.size(); i++) {
            List<Check> checks = passing();
            checks.remove(i);
            assertThat(VerificationReport.verdict(checks))
                    .as(CheckId.ALWAYS.get(i))
                    .isEqualTo(Result.INDETERMINATE);
        }
    }

    @Test
    void verdict_alwaysNeededCheckPassedButNotRequired_isIndeterminate() {
        for (int i = 0; i < CheckId.ALWAYS.size(); i++) {
            List<Check> checks = passing();
            checks.set(i, Check.of(checks.get(i).id(), Reason.OK, "Fine.", false));
            assertThat(VerificationReport.verdict(checks))
                    .as(CheckId.ALWAYS.get(i))
                    .isEqualTo(Result.INDETERMINATE);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void verdict_oneMoreRequiredCheck_isTheWorst(Reason reason) {
        List<Check> checks = passing();
        checks.add(0, Check.required("data:AE", reason, "So."));
        assertThat(VerificationReport.verdict(checks)).isEqualTo(reason.result());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void verdict_checkNotRequired_doesNotCount(Reason reason) {
        List<Check> checks = passing();
        checks.add(Check.of("completeness:LB", reason, "So.", false));
        assertThat(VerificationReport.verdict(checks)).isEqualTo(Result.PASSED);
    }

    @Test
    void verdict_failedAndIndeterminate_isFailed() {
        List<Check> checks = passing();
        checks.add(Check.required("data:AE", Reason.NOT_OPENED, "So."));
        checks.add(Check.required("data:DM", Reason.GROUP_DIFFERS, "So."));
        assertThat(VerificationReport.verdict(checks)).isEqualTo(Result.FAILED);
    }

    @Test
    void reasons_haveDifferentStableCodesAndFewPass() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z-]+"));
        assertThat(EnumSet.allOf(Reason.class))
                .filteredOn(reason -> reason.result() == Result.PASSED)
                .containsExactly(Reason.OK, Reason.NOT_REQUIRED);
    }

    @Test
    void notShown_sentencesAreWholeAndDifferent() {
        assertThat(Arrays.stream(NotShown.values()).map(NotShown::sentence))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void packageCheck_damagedParts_namesTheFirstAndCountsTheOthers() {
        EntryName statement = new EntryName(EntryName.Kind.STATEMENT, 3, 0);
        EntryName readme = new EntryName(EntryName.Kind.README, 0, 0);

        assertThat(PackageCheck.of(9, List.of(statement)).detail())
                .isEqualTo("Damaged after the package was made: data/seals/0003/seal.json.");
        assertThat(PackageCheck.of(9, List.of(statement, readme, readme)).detail())
                .isEqualTo("Damaged after the package was made: data/seals/0003/seal.json and 2 more.");
    }

    @Test
    void ledgerCheck_firstSealOrLater_saysSo() {
        assertThat(new LedgerCheck(1).ledgerCheck().detail()).isEqualTo("This is the first seal of its ledger.");
        assertThat(new LedgerCheck(3).ledgerCheck().detail())
                .isEqualTo("Seals 1 to 3 follow one another without a gap.");
    }

    @Test
    void attestations_passedAndEarlierOneThatDidNot_passedCounts() {
        BlockCheck passed = block(org.trialseal.core.bitcoin.Finding.PROVEN_BY_WORK, 11);
        BlockCheck earlier = block(org.trialseal.core.bitcoin.Finding.TOO_LITTLE_WORK, 10);

        assertThat(Stream.of(earlier, passed).min(TimeCheck.FIRMEST_FIRST)).contains(passed);
    }

    private static BlockCheck block(org.trialseal.core.bitcoin.Finding finding, int height) {
        LocalDate day = LocalDate.of(2026, 1, height);
        BlockFacts facts = new BlockFacts(
                ChainParameters.practice().genesis().hash(), height, 6, BigInteger.TEN, day, day.minusDays(1));
        return new BlockCheck(finding, Tier.PROOF_OF_WORK, height, facts, null);
    }
}
