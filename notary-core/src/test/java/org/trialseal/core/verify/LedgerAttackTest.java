package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker may do to statements, with every digest of the package right. */
final class LedgerAttackTest {
    private final SpecStudy study = SpecStudy.small();

    private SpecPackage honest() {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));
    }

    private static VerificationReport verify(SpecPackage made) throws Exception {
        return Packages.practice().verify(made.file());
    }

    private static String name(int seal) {
        return "data/seals/000" + seal + "/seal.json";
    }

    private static SpecPackage edit(SpecPackage made, String part, String from, String to) {
        String text = new String(made.get(part), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return made.put(part, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertMalformed(SpecPackage made, String reason) {
        assertThatThrownBy(() -> verify(made))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void verify_statementDropped_fails() throws Exception {
        SpecPackage made = honest();
        made.put(name(2), study.statements.get(0));
        Packages.assertFailed(verify(made), "ledger", Reason.NUMBER_DIFFERS);
        assertMalformed(honest().remove(name(1)), "expected data/seals/0001/seal.json");
        assertMalformed(honest().remove(name(2)), "expected data/seals/0001/entries.json");
    }

    @Test
    void verify_statementsReordered_fails() throws Exception {
        SpecPackage made = honest();
        made.put(name(1), study.statements.get(1)).put(name(2), study.statements.get(0));
        Packages.assertFailed(verify(made), "ledger", Reason.NUMBER_DIFFERS);
    }

    @Test
    void verify_statementForked_fails() throws Exception {
        Packages.assertFailed(
                verify(edit(honest(), name(1), "Seal number 1", "Seal number I")), "ledger", Reason.CHAIN_BROKEN);
        Packages.assertFailed(
                verify(edit(honest(), name(2), "interim lock", "interim l0ck")), "ledger", Reason.CHAIN_BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"TS-101,TS-102", "\"practice\",\"bitcoin\""})
    void verify_studyOrNetworkChangedOnTheWay_fails(String from, String to) throws Exception {
        Packages.assertFailed(verify(edit(honest(), name(1), from, to)), "ledger", Reason.CHAIN_BROKEN);
        VerificationReport report = verify(edit(honest(), name(3), from, to));
        Packages.assertFailed(report, "ledger", Reason.LEDGER_CHANGED);
        Packages.assertFailed(report, "time", Reason.OTHER_STATEMENT);
    }

    @Test
    void verify_otherLedgerId_fails() throws Exception {
        String id = new String(study.statements.get(2), StandardCharsets.UTF_8)
                .replaceAll(".*\"ledger\":\"|\",\"mile.*", "");
        String other = id.replace(id.charAt(0), id.charAt(0) == 'a' ? 'b' : 'a');
        Packages.assertFailed(verify(edit(honest(), name(3), id, other)), "ledger", Reason.LEDGER_CHANGED);
    }

    @Test
    void verify_lastStatementOfAnotherNumber_failsStatementAndLeavesTheRestUnchecked() throws Exception {
        VerificationReport report = verify(edit(honest(), name(3), "\"seal\":3", "\"seal\":4"));

        Packages.assertFailed(report, "statement", Reason.NUMBER_DIFFERS);
        Packages.assertCheck(report, "entries", Reason.NOT_CHECKED);
        Packages.assertCheck(report, "time", Reason.NOT_CHECKED);
        assertThat(report.ledger().statement()).isEmpty();
    }

    @Test
    void verify_packageNamesAnotherSeal_isMalformed() {
        assertMalformed(edit(honest(), "data/package.json", "3", "2"), "names another seal");
    }

    @ParameterizedTest
    @CsvSource({
        "trialseal/1,trialseal/2,newer TrialSeal",
        "'\"seal\":3','\"seal\":3,\"shiny\":1',unknown",
        "'\"seal\":3','\"seal\": 3',expected an integer",
        "'\"seal\":3','\"seal\":3.0',expected",
        "'\"seal\":3','\"seal\":03',canonical",
        "'\"seal\":3','\"seal\":-3',expected an integer",
        "'\"seal\":3','\"seal\":\"3\"',wrong type",
        "'\"seal\":3','\"seal\":3,\"seal\":3',twice",
        "'\"seal\":3','\"seal\":9007199254740992',expected an integer",
        "'\"title\":\"Seal','\"title\":\"\\u0053eal',canonical",
        "'\"title\":\"Seal','\"title\":null,\"x\":\"Seal',expected",
        "'2026-03-03T10:00:00Z','2026-03-03T10:00:00.0Z',claimedTime",
        "'2026-03-03T10:00:00Z','2026-02-30T10:00:00Z',claimedTime",
        "'practice','testnet',network",
    })
    void verify_statementOutsideItsGrammar_isMalformed(String from, String to, String reason) {
        SpecPackage made = edit(honest(), name(3), from, to);
        assertMalformed(made, reason);
        assertMalformed(made, "seals/0003/seal.json");
    }

    @Test
    void verify_packageOfAnotherFormat_saysSo() {
        assertMalformed(
                edit(honest(), "data/package.json", "trialseal-package/1", "trialseal-package/2"), "newer TrialSeal");
    }

    @Test
    void verify_statementNamesLaterSealAsSuperseded_isMalformed() {
        study.reseal("practice", Map.of("supersedes", new JsonInteger(3)));
        assertMalformed(honest(), "supersedes an earlier one");
    }

    @Test
    void verify_statementSupersedesEarlierSeal_passesAndTellsIt() throws Exception {
        study.reseal("practice", Map.of("supersedes", new JsonInteger(2)));
        VerificationReport report = verify(honest());

        Packages.assertPassed(report);
        assertThat(report.ledger().seals().get(2).supersedes()).hasValue(2);
    }

    @Test
    void verify_statementNamesSigners_missesTheirSignatures() throws Exception {
        JsonObject signer = JsonObject.builder()
                .put("algorithm", "EC")
                .put("spki", Sha256.of())
                .build();
        study.reseal("practice", Map.of("signers", new JsonArray(List.of(signer))));

        Packages.assertFailed(verify(honest()), "signatures", Reason.MISSING);
    }

    @Test
    void verify_verifierDemandsSigner_missesTheSignature() throws Exception {
        Verifier demanding = new Verifier(Packages.policy().acceptingPractice().withSigners(Set.of(Sha256.of())));

        Packages.assertFailed(demanding.verify(honest().file()), "signatures", Reason.MISSING);
    }

    @Test
    void verify_nobodyNamesSigners_needsNoSignature() throws Exception {
        Check signatures = Packages.check(verify(honest()), "signatures");

        assertThat(signatures.reason()).isEqualTo("not-required");
        assertThat(signatures.required()).isFalse();
    }

    @Test
    void verify_supersedesOfWrongType_isMalformed() {
        study.reseal("practice", Map.of("supersedes", new JsonString("2")));
        assertMalformed(honest(), "wrong type");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void verify_statementDamaged_saysWhichOne(int seal) throws Exception {
        SpecPackage made = honest();
        byte[] archive = made.bytes();
        byte[] readable = Damage.in(archive, "\"milestone\":\"" + (seal == 3 ? "data" : "inte"), seal == 2 ? 1 : 0);
        byte[] unreadable = Damage.in(archive, "{\"claimedTime\"", seal - 1);
        for (byte[] damaged : List.of(readable, unreadable)) {
            VerificationReport report = Packages.practice().verify(SpecPackage.file(damaged));

            Packages.assertFailed(report, "package", Reason.DAMAGED);
            assertThat(Packages.check(report, "package").detail()).contains(name(seal));
            Packages.assertFailed(report, "ledger", Reason.DAMAGED);
            assertThat(Packages.check(report, "ledger").detail())
                    .isEqualTo("The statement of seal " + seal + " is damaged.");
            assertThat(Packages.check(report, "statement").passed()).isEqualTo(seal != 3);
        }
    }
}
