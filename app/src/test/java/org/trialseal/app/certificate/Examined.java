package org.trialseal.app.certificate;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.seal.Study;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.LedgerSummary;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;

/** Verified packages of every outcome, put together by hand, so that their names can be anything. */
final class Examined {
    static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    static final long HEIGHT = 940_512;

    private static final Instant CLAIMED = Instant.parse("2026-03-14T09:30:00Z");
    private static final VerificationPolicy POLICY = VerificationPolicy.standard(Checkpoints.shipped());

    private final List<Check> checks = new ArrayList<>();
    private String file = "lb.trialseal";
    private String title = "A trial of Xylon";
    private String milestone = "database lock";
    private String artifact = "lb";
    private Network network = Network.BITCOIN;
    private Optional<Statement> statement = Optional.empty();

    static Examined passed() {
        Examined examined = new Examined();
        for (String id : List.of("package", "statement", "ledger", "entries", "data:lb")) {
            examined.check(id, Result.PASSED, "ok", true);
        }
        examined.check("signatures", Result.PASSED, "not-required", false);
        return examined;
    }

    Examined check(String id, Result result, String reason, boolean required) {
        checks.add(new Check(id, result, reason, "Said by the core of " + id + ".", required));
        return this;
    }

    Examined named(String name) {
        file = name;
        artifact = name;
        // A statement holds no control characters and no long texts.
        String allowed = name.replaceAll("\\p{Cc}", "");
        title = allowed.substring(0, Math.min(200, allowed.length()));
        milestone = allowed.substring(0, Math.min(64, allowed.length()));
        return this;
    }

    Examined onThePracticeNetwork() {
        network = Network.PRACTICE;
        return this;
    }

    Statement statement() {
        return new Statement(
                network,
                Bytes.copyOf(new byte[Statement.LEDGER_LENGTH]),
                new Study("TS-2041", Optional.empty(), Optional.of("Sponsor & Co"), Optional.of(title)),
                new Statement.Place(2, Optional.of(Sha256.of()), OptionalLong.empty()),
                milestone,
                "Final data",
                CLAIMED,
                Bytes.copyOf(new byte[Statement.NONCE_LENGTH]),
                List.of(new RequiredSigner("EC", Sha256.of(new byte[] {1}))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Statement.Entries(1, Sha256.of()));
    }

    OfPackage withTime() {
        check("time", Result.PASSED, network == Network.PRACTICE ? "practice-accepted" : "checkpointed", true);
        statement = Optional.of(statement());
        BlockFacts facts = new BlockFacts(BlockHash.ZERO, 1_773_480_000, 10, BigInteger.TEN, DAY, DAY);
        Tier tier = network == Network.PRACTICE ? Tier.PRACTICE : Tier.CHECKPOINTED;
        return with(new TimeResult(
                Optional.of(DAY), Optional.empty(), tier, Optional.of(new TimeResult.AttestingBlock(HEIGHT, facts))));
    }

    OfPackage pending() {
        check("time", Result.INDETERMINATE, "pending", true);
        statement = Optional.of(statement());
        return with(new TimeResult(Optional.empty(), Optional.empty(), Tier.PENDING, Optional.empty()));
    }

    /** Damaged so that not even the statement could be read. */
    OfPackage withoutStatement() {
        return with(new TimeResult(Optional.empty(), Optional.empty(), Tier.NONE, Optional.empty()));
    }

    private OfPackage with(TimeResult time) {
        Disclosed disclosed = new Disclosed(
                0,
                artifact,
                "dataset",
                Disclosed.Extent.WHOLE,
                new Disclosed.Part(240, 240),
                new Disclosed.Part(15_777, 15_777),
                List.of("USUBJID"),
                List.of(),
                List.of());
        VerificationReport report = new VerificationReport(
                checks,
                time,
                new LedgerSummary(2, statement, List.of()),
                List.of(disclosed),
                List.of(NotShown.TRUTH, NotShown.LATER_SEALS));
        return new OfPackage(Path.of(file), 4_096, Sha256.of(new byte[] {2}), POLICY, report);
    }
}
