package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.OtsException.Kind;

class DetachedTimestampTest {
    private static final String MAGIC = "004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294";
    private static final String HEAD = MAGIC + "01" + "08" + "11".repeat(32);
    private static final String BITCOIN = "00" + "0588960d73d71901";
    private static final String PENDING = "00" + "83dfe30d2ef90c8e";
    private static final String LITECOIN = "00" + "06869a0d73d71b45";
    private static final String BLOCK = BITCOIN + "03" + "e7ef15";

    /** Each malformed file, what is wrong with it and at which byte that is seen. */
    private static Map<String, Fault> malformed() {
        Map<String, Fault> files = new LinkedHashMap<>();
        files.put("", new Fault(Kind.TRUNCATED, 0));
        files.put("01" + HEAD.substring(2) + BLOCK, new Fault(Kind.BAD_MAGIC, 0));
        files.put(MAGIC.substring(0, 60) + "95" + HEAD.substring(62) + BLOCK, new Fault(Kind.BAD_MAGIC, 30));
        files.put(MAGIC, new Fault(Kind.TRUNCATED, 31));
        files.put(MAGIC + "02", new Fault(Kind.UNSUPPORTED_VERSION, 32));
        files.put(MAGIC + "00", new Fault(Kind.UNSUPPORTED_VERSION, 32));
        files.put(MAGIC + "0109", new Fault(Kind.UNSUPPORTED_FILE_HASH, 33));
        files.put(MAGIC + "01f001" + "11".repeat(32), new Fault(Kind.UNSUPPORTED_FILE_HASH, 33));
        files.put(MAGIC + "0108" + "11".repeat(31), new Fault(Kind.TRUNCATED, 33));
        files.put(HEAD, new Fault(Kind.TRUNCATED, 65));
        files.put(HEAD + "ff", new Fault(Kind.TRUNCATED, 66));
        files.put(HEAD + "ffff" + BLOCK, new Fault(Kind.UNKNOWN_OPERATION, 67));
        files.put(HEAD + "09" + BLOCK, new Fault(Kind.UNKNOWN_OPERATION, 66));
        files.put(HEAD + BLOCK + "00", new Fault(Kind.TRAILING_BYTES, 78));
        files.put(HEAD + "f000" + BLOCK, new Fault(Kind.ARGUMENT_EMPTY, 67));
        files.put(HEAD + "f18120" + "00".repeat(4097) + BLOCK, new Fault(Kind.ARGUMENT_TOO_LONG, 68));
        files.put(HEAD + "f08020" + "00".repeat(4096) + BLOCK, new Fault(Kind.MESSAGE_TOO_LONG, 4164));
        files.put(HEAD + "f3".repeat(8) + BLOCK, new Fault(Kind.MESSAGE_TOO_LONG, 73));
        files.put(HEAD + "f0" + "ff".repeat(9) + "00" + BLOCK, new Fault(Kind.NUMBER_TOO_LARGE, 75));
        files.put(HEAD + BITCOIN + "058080808010", new Fault(Kind.HEIGHT_TOO_LARGE, 80));
        files.put(HEAD + BITCOIN + "04e7ef1500", new Fault(Kind.PAYLOAD_TRAILING, 78));
        files.put(HEAD + BITCOIN + "02e7ef", new Fault(Kind.PAYLOAD_TRUNCATED, 77));
        files.put(HEAD + BITCOIN + "00", new Fault(Kind.PAYLOAD_TRUNCATED, 75));
        files.put(HEAD + BITCOIN + "04e7ef15", new Fault(Kind.TRUNCATED, 75));
        files.put(HEAD + LITECOIN + "02c084", new Fault(Kind.PAYLOAD_TRUNCATED, 77));
        files.put(HEAD + LITECOIN + "020101", new Fault(Kind.PAYLOAD_TRAILING, 76));
        files.put(HEAD + "000102030405060708" + "8140" + "00".repeat(8193), new Fault(Kind.PAYLOAD_TOO_LONG, 76));
        files.put(HEAD + PENDING + "03" + "026123", new Fault(Kind.URI_CHARACTER, 78));
        files.put(HEAD + PENDING + "04" + "0261c3a9", new Fault(Kind.URI_CHARACTER, 78));
        files.put(HEAD + PENDING + "eb07" + "e907" + "61".repeat(1001), new Fault(Kind.URI_TOO_LONG, 78));
        files.put(HEAD + "08".repeat(256) + BLOCK, new Fault(Kind.TOO_DEEP, 321));
        files.put(HEAD + ("ff" + BLOCK).repeat(10_000) + BLOCK, new Fault(Kind.TOO_MANY_ELEMENTS, 140_065));
        files.put(HEAD + "00".repeat((1 << 20) + 1), new Fault(Kind.TOO_LARGE, 65));
        files.put(HEAD + "00".repeat(2 << 20), new Fault(Kind.TOO_LARGE, 0));
        return files;
    }

    private record Fault(Kind kind, long offset) {}

    @Test
    void read_malformedFile_saysWhatIsWrongAndWhere() {
        malformed().forEach((hex, fault) -> {
            OtsException e = catchThrowableOfType(
                    OtsException.class,
                    () -> DetachedTimestamp.read(
                            "seal.json.ots", Bytes.ofHex(hex).toArray()));
            String shown = hex.length() > 300 ? hex.substring(0, 300) : hex;
            assertThat(e).as("%s %s", fault, shown).isNotNull();
            assertThat(new Fault(e.kind(), e.offset())).as(shown).isEqualTo(fault);
            assertThat(e)
                    .hasMessage("seal.json.ots, byte " + fault.offset() + ": "
                            + fault.kind().pattern());
        });
    }

    @Test
    void kinds_all_areReachedByAFileOrByAnEmptyStart() {
        Set<Kind> reached = EnumSet.of(Kind.MESSAGE_EMPTY);
        malformed().values().forEach(fault -> reached.add(fault.kind()));
        assertThat(reached).containsExactlyInAnyOrder(Kind.values());
        OtsException e = catchThrowableOfType(
                OtsException.class, () -> Timestamp.read("answer", new byte[] {(byte) 0xf2}, Bytes.empty()));
        assertThat(e.kind()).isEqualTo(Kind.MESSAGE_EMPTY);
    }

    @Test
    void read_leadingZerosInNumbers_areAcceptedAndWrittenWithout() throws Exception {
        String padded = MAGIC + "8100" + "08" + "11".repeat(32) + BITCOIN + "8400" + "e7ef9500";
        DetachedTimestamp proof =
                DetachedTimestamp.read("padded", Bytes.ofHex(padded).toArray());
        assertThat(Bytes.copyOf(proof.toBytes()).hex()).isEqualTo(HEAD + BLOCK);
    }

    @Test
    void read_largestValues_areAccepted() throws Exception {
        String height = HEAD + BITCOIN + "05ffffffff0f";
        DetachedTimestamp proof =
                DetachedTimestamp.read("height", Bytes.ofHex(height).toArray());
        assertThat(proof.timestamp().ownAttestations()).containsExactly(new BitcoinAttestation(4_294_967_295L));
        String uri = HEAD + PENDING + "ea07" + "e807" + "61".repeat(1000);
        proof = DetachedTimestamp.read("uri", Bytes.ofHex(uri).toArray());
        assertThat(proof.timestamp().ownAttestations()).containsExactly(new PendingAttestation("a".repeat(1000)));
        String payload = HEAD + "000102030405060708" + "8040" + "00".repeat(8192);
        assertThat(Bytes.copyOf(DetachedTimestamp.read(
                                        "payload", Bytes.ofHex(payload).toArray())
                                .toBytes())
                        .hex())
                .isEqualTo(payload);
    }

    @Test
    void isFor_anyOtherDigestOrKindOfDigest_isFalse() throws Exception {
        Bytes digest = Bytes.ofHex("11".repeat(32));
        Timestamp timestamp = Timestamp.of(digest).attest(new BitcoinAttestation(1));
        DetachedTimestamp proof = DetachedTimestamp.ofSha256(timestamp);
        Sha256 file = Sha256.wrap(digest.toArray());
        assertThat(proof.isFor(file)).isTrue();
        assertThat(proof.isFor(Sha256.of(digest.toArray()))).isFalse();
        DetachedTimestamp keccak = new DetachedTimestamp(HashOp.KECCAK256, timestamp);
        assertThat(keccak.isFor(file)).isFalse();
        assertThat(keccak.isWeak()).isTrue();
        assertThat(proof.isWeak()).isFalse();
    }

    @Test
    void new_digestOfAnotherLength_isRefused() {
        Timestamp timestamp = Timestamp.of(Bytes.ofHex("11".repeat(32)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetachedTimestamp(HashOp.SHA1, timestamp))
                .withMessage("a digest has 20 bytes");
    }

    @Test
    void with_anotherDigest_isRefused() {
        DetachedTimestamp proof = DetachedTimestamp.ofSha256(Timestamp.of(Bytes.ofHex("11".repeat(32))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proof.with(Timestamp.of(Bytes.ofHex("12".repeat(32)))))
                .withMessage("a timestamp of another digest");
    }
}
