package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.ExpectedProofs.Expected;

class OtsVectorsTest {
    /** Written by the JavaScript client, which does not sort. */
    private static final Set<String> NOT_CANONICAL = Set.of("js/examples/ripemd160/README.md.ots");

    @Test
    void read_referenceVectors_givesWhatTheReferenceGives() throws Exception {
        Path folder = OtsVectors.folder();
        List<Expected> all = ExpectedProofs.read(folder.resolve("expected.json"));
        assertThat(all).hasSizeGreaterThan(15);
        for (Expected expected : all) {
            Path file = folder.resolve(expected.of("file"));
            if (expected.of("result").equals("parse-ok")) {
                checkReadable(expected, file);
            } else {
                assertThatExceptionOfType(OtsException.class)
                        .as(expected.of("file"))
                        .isThrownBy(() -> OtsVectors.read(file));
            }
        }
    }

    private static void checkReadable(Expected expected, Path file) throws Exception {
        DetachedTimestamp proof = OtsVectors.read(file);
        assertThat(proof.fileHash().word()).as(expected.of("file")).isEqualTo(expected.of("fileHashOp"));
        assertThat(proof.digest().hex()).as(expected.of("file")).isEqualTo(expected.of("fileDigest"));
        assertThat(proof.timestamp().attestations())
                .extracting(OtsVectorsTest::describe)
                .as(expected.of("file"))
                .containsExactlyInAnyOrderElementsOf(expected.attestations().stream()
                        .map(OtsVectorsTest::describe)
                        .toList());
        if (expected.of("target_digest_matches").equals("true")) {
            Path target = file.resolveSibling(expected.of("target_present"));
            assertThat(proof.isFor(Sha256.of(Files.readAllBytes(target)))).isTrue();
        }
        if (!expected.of("fileHashOp").equals("sha256")) {
            assertThat(proof.isWeak()).isTrue();
        }
    }

    private static String describe(Map<String, String> expected) {
        return String.join(
                " ",
                expected.getOrDefault("type", ""),
                expected.getOrDefault("commitment", ""),
                expected.getOrDefault("uri", ""),
                expected.getOrDefault("height", ""),
                expected.getOrDefault("tag", ""),
                expected.getOrDefault("payload", ""));
    }

    private static String describe(Attested attested) {
        String commitment = attested.message().hex();
        Attestation attestation = attested.attestation();
        if (attestation instanceof BitcoinAttestation) {
            long height = ((BitcoinAttestation) attestation).height();
            return "BitcoinBlockHeaderAttestation " + commitment + "  " + height + "  ";
        }
        if (attestation instanceof PendingAttestation) {
            return "PendingAttestation " + commitment + " " + ((PendingAttestation) attestation).uri() + "   ";
        }
        if (attestation.tag().equals(UnknownAttestation.ETHEREUM)) {
            return "EthereumBlockHeaderAttestation " + commitment + "  " + number(attestation.payload()) + "  ";
        }
        return "UnknownAttestation " + commitment + "   " + attestation.tag() + " " + attestation.payload();
    }

    private static BigInteger number(Bytes payload) {
        BigInteger value = BigInteger.ZERO;
        for (int i = payload.length() - 1; i >= 0; i--) {
            value = value.shiftLeft(7).or(BigInteger.valueOf(payload.at(i) & 0x7f));
        }
        return value;
    }

    @Test
    void read_hostileVectors_acceptsOnlyWhatIsWanted() throws Exception {
        Path folder = OtsVectors.folder().resolve("hostile");
        List<Expected> all = ExpectedProofs.read(folder.resolve("expected.json"));
        assertThat(all).hasSizeGreaterThan(15);
        for (Expected expected : all) {
            Path file = folder.resolve(expected.of("file"));
            String want = expected.of("want").toLowerCase(Locale.ROOT);
            if (want.startsWith("reject")) {
                assertThatExceptionOfType(OtsException.class)
                        .as(expected.of("file"))
                        .isThrownBy(() -> OtsVectors.read(file));
            } else {
                checkAccepted(want, OtsVectors.read(file));
            }
        }
    }

    private static void checkAccepted(String want, DetachedTimestamp proof) throws OtsException {
        boolean bitcoin = proof.timestamp().attestations().stream()
                .anyMatch(attested -> attested.attestation() instanceof BitcoinAttestation);
        assertThat(bitcoin && !proof.isWeak()).as(want).isEqualTo(want.equals("accept"));
        assertThat(proof.isWeak()).as(want).isEqualTo(want.equals("accept-weak"));
        assertThat(DetachedTimestamp.read("written", proof.toBytes())).isEqualTo(proof);
    }

    @Test
    void toBytes_canonicalVectors_reproducesTheReferenceBytes() throws Exception {
        Path folder = OtsVectors.folder();
        int reproduced = 0;
        for (Path file : OtsVectors.readable(Integer.MAX_VALUE)) {
            DetachedTimestamp proof = OtsVectors.read(file);
            byte[] written = proof.toBytes();
            if (!NOT_CANONICAL.contains(folder.relativize(file).toString().replace('\\', '/'))) {
                assertThat(written).as(file.toString()).isEqualTo(OtsVectors.bytes(file));
                reproduced++;
            }
            DetachedTimestamp again = DetachedTimestamp.read("written", written);
            assertThat(again).as(file.toString()).isEqualTo(proof);
            assertThat(again.toBytes()).as(file.toString()).isEqualTo(written);
        }
        assertThat(reproduced).isGreaterThan(20);
    }

    @Test
    void upgrade_regtestCalendarAnswer_givesTheReferencesUpgradedProof() throws Exception {
        Path folder = OtsVectors.folder().resolve("regtest-peer");
        DetachedTimestamp pending = OtsVectors.read(folder.resolve("reference-pending.txt.ots"));
        Attested promise = pending.timestamp().attestations().get(0);
        byte[] answer = OtsVectors.bytes(folder.resolve("calendar-timestamp-200.bin"));
        Timestamp upgrade = Timestamp.read("calendar", answer, promise.message());
        DetachedTimestamp upgraded =
                pending.with(pending.timestamp().upgrade((PendingAttestation) promise.attestation(), upgrade));
        assertThat(upgraded.toBytes()).isEqualTo(OtsVectors.bytes(folder.resolve("reference.txt.ots")));
    }

    @Test
    void attestations_regtestVectors_areTheMerkleRootsOfTheirBlocks() throws Exception {
        Path folder = OtsVectors.folder().resolve("regtest-peer");
        for (String name : List.of("reference.txt.ots", "f1.txt.ots")) {
            List<Attested> bitcoin = OtsVectors.read(folder.resolve(name)).timestamp().attestations().stream()
                    .filter(attested -> attested.attestation() instanceof BitcoinAttestation)
                    .toList();
            assertThat(bitcoin).as(name).hasSize(1);
            long height = ((BitcoinAttestation) bitcoin.get(0).attestation()).height();
            assertThat(bitcoin.get(0).message().hex()).as(name).isEqualTo(merkleRoot(folder, height));
        }
    }

    private static String merkleRoot(Path folder, long height) throws IOException {
        try (var lines = Files.lines(folder.resolve("regtest-headers-0-173.tsv"))) {
            String line = lines.filter(block -> block.startsWith(height + "\t"))
                    .findFirst()
                    .orElseThrow();
            String header = line.substring(line.lastIndexOf('\t') + 1);
            return header.substring(2 * 36, 2 * 68);
        }
    }
}
