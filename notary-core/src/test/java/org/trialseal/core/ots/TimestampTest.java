package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

class TimestampTest {
    private static final long SEED = 20260314;
    private static final int ROUNDS = 400;
    private static final Bytes MESSAGE = Bytes.ofHex("00ff");
    private static final PendingAttestation PENDING = new PendingAttestation("https://calendar.example");
    private static final BitcoinAttestation BLOCK = new BitcoinAttestation(940_512);

    @Test
    void toBytes_anyOrderOfBranches_givesTheSameBytes() throws Exception {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomProofs random = new RandomProofs(seed);
            Bytes message = random.digest(32);
            List<Timestamp> paths = new ArrayList<>(random.paths(message));
            Timestamp first = mergeAll(paths);
            Collections.shuffle(paths, new Random(seed));
            Timestamp second = mergeAll(paths);
            assertThat(second).as("seed %d", seed).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(second.toBytes()).as("seed %d", seed).isEqualTo(first.toBytes());
            assertThat(second.attestations()).as("seed %d", seed).isEqualTo(first.attestations());
        }
    }

    private static Timestamp mergeAll(List<Timestamp> paths) throws OtsException {
        Timestamp all = paths.get(0);
        for (Timestamp path : paths) {
            all = all.merge(path);
        }
        return all;
    }

    @Test
    void read_whatWasWritten_givesAnEqualTimestampAndTheSameBytes() throws Exception {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomProofs random = new RandomProofs(seed);
            Bytes message = random.digest(32);
            Timestamp written = random.timestamp(message);
            Timestamp read = Timestamp.read("timestamp", written.toBytes(), message);
            assertThat(read).as("seed %d", seed).isEqualTo(written);
            assertThat(read.toBytes()).as("seed %d", seed).isEqualTo(written.toBytes());
        }
    }

    @Test
    void merge_randomTimestamps_isIdempotentCommutativeAndAssociative() throws Exception {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomProofs random = new RandomProofs(seed);
            Bytes message = random.digest(20);
            Timestamp a = random.timestamp(message);
            Timestamp b = random.timestamp(message);
            Timestamp c = random.timestamp(message);
            assertThat(a.merge(a)).as("seed %d", seed).isEqualTo(a);
            assertThat(a.merge(b)).as("seed %d", seed).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).as("seed %d", seed).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(b).attestations())
                    .as("seed %d", seed)
                    .containsAll(a.attestations())
                    .containsAll(b.attestations());
        }
    }

    @Test
    void equals_oneDifferenceDeepInside_isFalse() throws Exception {
        Timestamp one =
                TimestampBuilder.from(MESSAGE).sha256().sha256().attest(BLOCK).build();
        Timestamp other =
                TimestampBuilder.from(MESSAGE).sha256().sha256().attest(PENDING).build();
        assertThat(one).isNotEqualTo(other).isNotEqualTo(one.merge(other));
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
    }

    @Test
    void attestations_severalAtOneMessage_comeInTheReferencesOrder() throws Exception {
        Timestamp timestamp = TimestampBuilder.from(MESSAGE)
                .attest(new PendingAttestation("b"))
                .attest(new PendingAttestation("aa"))
                .attest(new BitcoinAttestation(256))
                .attest(new BitcoinAttestation(255))
                .attest(new UnknownAttestation(UnknownAttestation.LITECOIN, Bytes.ofHex("8002")))
                .attest(new UnknownAttestation(UnknownAttestation.LITECOIN, Bytes.ofHex("ff01")))
                .attest(new UnknownAttestation(Bytes.ofHex("ffffffffffffffff"), Bytes.ofHex("01")))
                .attest(new UnknownAttestation(Bytes.ofHex("ffffffffffffffff"), Bytes.empty()))
                .build();
        assertThat(timestamp.attestations().stream().map(Attested::attestation))
                .containsExactly(
                        new BitcoinAttestation(255),
                        new BitcoinAttestation(256),
                        new UnknownAttestation(UnknownAttestation.LITECOIN, Bytes.ofHex("ff01")),
                        new UnknownAttestation(UnknownAttestation.LITECOIN, Bytes.ofHex("8002")),
                        new PendingAttestation("aa"),
                        new PendingAttestation("b"),
                        new UnknownAttestation(Bytes.ofHex("ffffffffffffffff"), Bytes.empty()),
                        new UnknownAttestation(Bytes.ofHex("ffffffffffffffff"), Bytes.ofHex("01")));
    }

    @Test
    void branches_severalAtOneMessage_comeByTagAndArgument() throws Exception {
        List<Op> ops = List.of(
                HashOp.SHA1,
                HashOp.RIPEMD160,
                HashOp.SHA256,
                HashOp.KECCAK256,
                new Append(Bytes.ofHex("01")),
                new Append(Bytes.ofHex("0100")),
                new Append(Bytes.ofHex("ff")),
                new Prepend(Bytes.ofHex("00")),
                RewriteOp.REVERSE,
                RewriteOp.HEXLIFY);
        Timestamp timestamp = Timestamp.of(MESSAGE);
        for (int i = ops.size() - 1; i >= 0; i--) {
            timestamp = timestamp.merge(TimestampBuilder.from(MESSAGE)
                    .then(ops.get(i))
                    .attest(BLOCK)
                    .build());
        }
        assertThat(timestamp.branches()).extracting(Branch::op).isEqualTo(ops);
    }

    @Test
    void read_theSameBranchTwice_keepsWhatBothHold() throws Exception {
        Timestamp first = TimestampBuilder.from(MESSAGE).sha256().attest(BLOCK).build();
        Timestamp second =
                TimestampBuilder.from(MESSAGE).sha256().attest(PENDING).build();
        OtsOutput twice = new OtsOutput().octet(0xff).bytes(Bytes.copyOf(first.toBytes()));
        twice.bytes(Bytes.copyOf(second.toBytes()));
        assertThat(Timestamp.read("twice", twice.toArray(), MESSAGE)).isEqualTo(first.merge(second));
    }

    @Test
    void merge_anotherMessage_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamp.of(MESSAGE).merge(Timestamp.of(Bytes.empty())))
                .withMessage("timestamps of different messages cannot be merged");
    }

    @Test
    void graft_messageInside_addsThereAndKeepsTheRest() throws Exception {
        Timestamp path = TimestampBuilder.from(MESSAGE).sha256().build();
        Bytes tip = path.branches().get(0).next().message();
        Timestamp answer = TimestampBuilder.from(tip)
                .append(Bytes.ofHex("07"))
                .attest(PENDING)
                .build();
        Timestamp grafted = path.graft(answer).graft(Timestamp.of(tip).attest(BLOCK));
        assertThat(grafted.attestations())
                .containsExactly(new Attested(tip, BLOCK), new Attested(tip.concat(Bytes.ofHex("07")), PENDING));
    }

    @Test
    void graft_messageNowhere_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamp.of(MESSAGE).graft(Timestamp.of(Bytes.empty())))
                .withMessage("the message to graft at stands nowhere in the timestamp");
    }

    @Test
    void upgrade_pendingThere_addsTheAnswerAndKeepsThePendingOne() throws Exception {
        Timestamp pending =
                TimestampBuilder.from(MESSAGE).sha256().attest(PENDING).build();
        Bytes commitment = pending.attestations().get(0).message();
        Timestamp answer =
                TimestampBuilder.from(commitment).sha256().attest(BLOCK).build();
        Timestamp upgraded = pending.upgrade(PENDING, answer);
        assertThat(upgraded.attestations()).extracting(Attested::attestation).containsExactly(PENDING, BLOCK);
        assertThat(upgraded.upgrade(PENDING, answer)).isEqualTo(upgraded);
    }

    @Test
    void upgrade_anotherCalendarsPromise_isRefused() throws Exception {
        Timestamp pending = Timestamp.of(MESSAGE).attest(PENDING);
        PendingAttestation other = new PendingAttestation("https://other.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pending.upgrade(other, Timestamp.of(MESSAGE).attest(BLOCK)));
    }

    @Test
    void toBytes_pathWithoutAttestation_isRefused() throws Exception {
        Timestamp open = TimestampBuilder.from(MESSAGE).attest(BLOCK).sha256().build();
        assertThat(open.isComplete()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(open::toBytes)
                .withMessage("a path of the timestamp ends without an attestation");
    }

    @Test
    void then_atTheLastDepth_canBeReadAgainAndOneMoreIsRefused() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(MESSAGE);
        for (int i = 0; i < Limit.DEPTH.max(); i++) {
            builder.sha256();
        }
        Timestamp deepest = builder.attest(BLOCK).build();
        assertThat(Timestamp.read("deepest", deepest.toBytes(), MESSAGE)).isEqualTo(deepest);
        assertKind(Kind.TOO_DEEP, builder::sha256);
    }

    @Test
    void graft_beyondTheDepth_isRefused() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(MESSAGE);
        for (int i = 0; i < Limit.DEPTH.max(); i++) {
            builder.sha256();
        }
        Timestamp deepest = builder.build();
        Timestamp answer =
                TimestampBuilder.from(builder.message()).sha256().attest(BLOCK).build();
        assertKind(Kind.TOO_DEEP, () -> deepest.graft(answer));
    }

    @Test
    void then_messageTooLong_isRefused() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(Bytes.copyOf(new byte[4095]));
        assertKind(Kind.MESSAGE_TOO_LONG, () -> builder.append(Bytes.ofHex("0000")));
        assertKind(Kind.MESSAGE_TOO_LONG, builder::hexlify);
        assertThat(builder.append(Bytes.ofHex("00")).message().length()).isEqualTo(4096);
        assertKind(Kind.MESSAGE_TOO_LONG, () -> TimestampBuilder.from(Bytes.copyOf(new byte[4097])));
    }

    @Test
    void then_emptyMessage_isRefusedForRewriting() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(Bytes.empty());
        assertKind(Kind.MESSAGE_EMPTY, builder::hexlify);
        assertKind(Kind.MESSAGE_EMPTY, () -> builder.then(RewriteOp.REVERSE));
    }

    @Test
    void attest_tooManyElements_isRefused() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(MESSAGE);
        for (int height = 0; height < Limit.ELEMENTS.max(); height++) {
            builder.attest(new BitcoinAttestation(height));
        }
        Timestamp widest = builder.build();
        assertThat(Timestamp.read("widest", widest.toBytes(), MESSAGE)).isEqualTo(widest);
        assertKind(Kind.TOO_MANY_ELEMENTS, () -> builder.attest(PENDING));
        assertKind(Kind.TOO_MANY_ELEMENTS, builder::sha256);
    }

    @Test
    void attest_tooManyBytes_isRefusedExactlyAtTheLimit() throws Exception {
        Bytes tag = Bytes.ofHex("ffffffffffffffff");
        TimestampBuilder builder = TimestampBuilder.from(MESSAGE);
        int perAttestation = 1 + 1 + 8 + 2 + 8192;
        int full = (int) Limit.TIMESTAMP.max() / perAttestation;
        for (int i = 0; i < full; i++) {
            byte[] payload = new byte[8192];
            payload[0] = (byte) i;
            builder.attest(new UnknownAttestation(tag, Bytes.copyOf(payload)));
        }
        int left = (int) Limit.TIMESTAMP.max() - (full * perAttestation - 1) - (1 + 1 + 8 + 2);
        assertThat(left).isBetween(128, 8191);
        assertKind(
                Kind.TOO_LARGE,
                () -> TimestampBuilder.from(MESSAGE)
                        .graft(builder.build())
                        .attest(new UnknownAttestation(tag, Bytes.copyOf(new byte[left + 1]))));
        Timestamp largest = builder.attest(new UnknownAttestation(tag, Bytes.copyOf(new byte[left])))
                .build();
        assertThat(largest.toBytes()).hasSize((int) Limit.TIMESTAMP.max());
        assertThat(Timestamp.read("largest", largest.toBytes(), MESSAGE)).isEqualTo(largest);
    }

    @Test
    void read_bytesAfterTheTimestamp_isRefused() throws Exception {
        byte[] bytes = TimestampBuilder.from(MESSAGE).attest(BLOCK).build().toBytes();
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatExceptionOfType(OtsException.class)
                .isThrownBy(() -> Timestamp.read("answer", longer, MESSAGE))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TRAILING_BYTES))
                .withMessage("answer, byte " + bytes.length + ": something follows the end of the proof");
    }

    @Test
    void builder_everyOperation_goesOnFromItsResult() throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(Bytes.ofHex("6162"));
        assertThat(builder.prepend(Bytes.ofHex("01"))
                        .append(Bytes.ofHex("02"))
                        .hexlify()
                        .message())
                .isEqualTo(Bytes.copyOf("01616202".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void assertKind(Kind kind, ThrowingCallable building) {
        assertThatExceptionOfType(OtsException.class)
                .isThrownBy(building)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessage("timestamp: " + kind.pattern());
    }
}
