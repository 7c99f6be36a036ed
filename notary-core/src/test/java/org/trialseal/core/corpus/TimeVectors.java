package org.trialseal.core.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.ots.UnknownAttestation;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** All that evidence of time may be, on a small chain that counts as the main one and has a checkpoint at height 7. */
final class TimeVectors {
    private static final int PERIOD = 8;
    private static final long LOW = 5;
    private static final long HIGH = 10;

    private final ChainParameters chain = small();
    private final SpecStudy study = SpecStudy.small().reseal("bitcoin", Map.of());
    private final List<Vector> vectors = new ArrayList<>();

    private static ChainParameters small() {
        ChainParameters practice = ChainParameters.practice();
        return new ChainParameters(
                Network.BITCOIN, practice.genesis(), practice.limit(), PERIOD, 4_800, false, new TreeMap<>());
    }

    List<Vector> all() throws OtsException {
        tiers();
        known();
        broken();
        proofs();
        namedBlocks();
        networks();
        return vectors;
    }

    private SpecAnchor anchor(long height, int onTop) {
        return new SpecAnchor(chain, study.digest(), height, onTop);
    }

    private Conditions conditions(SpecAnchor anchor) {
        BlockHeader seventh = anchor.block(PERIOD - 1);
        return Conditions.STRICT.on(Checkpoints.of(
                chain, List.of(new Checkpoint(PERIOD - 1, seventh.hash(), seventh.target(), List.of()))));
    }

    private SpecPackage shown() {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2));
    }

    private SpecPackage made(SpecAnchor anchor, long from, long to) {
        return shown().put(SpecPackage.OTS, anchor.timestamp()).put(SpecPackage.HEADERS, anchor.headers(from, to));
    }

    private void add(String name, String description, SpecPackage made, Conditions conditions) {
        vectors.add(Vector.of("time-" + name, description, made.bytes(), conditions));
    }

    private void add(String name, String description, SpecPackage made, SpecAnchor anchor) {
        add(name, description, made, conditions(anchor));
    }

    private void tiers() {
        SpecAnchor low = anchor(LOW, 3);
        SpecAnchor high = anchor(HIGH, 6);
        add("checkpointed", "Linked forward to a checkpoint.", made(low, LOW, PERIOD), low);
        add("checkpointed-from-genesis", "All headers from the first block on.", made(low, 1, PERIOD + 1), low);
        add("checkpoint-itself", "The attesting block is the checkpoint.", made(anchor(7, 1), 7, 8), anchor(7, 1));
        add("by-work", "Six blocks on top above the newest checkpoint.", made(high, PERIOD, HIGH + 7), high);
        add("by-work-through-checkpoint", "The headers begin below the checkpoint.", made(high, 3, HIGH + 7), high);
        add("five-on-top", "Five blocks on top.", made(anchor(HIGH, 5), PERIOD, HIGH + 6), anchor(HIGH, 5));
        add(
                "work-demanded",
                "Less work than demanded.",
                made(high, PERIOD, HIGH + 7),
                conditions(high).withWork(13));
        add(
                "work-enough",
                "As much work as demanded.",
                made(high, PERIOD, HIGH + 7),
                conditions(high).withWork(12));
        add("not-linked", "Headers that reach no checkpoint.", made(high, HIGH, HIGH + 7), high);
        add("not-linked-low", "Headers below the checkpoint that do not reach it.", made(low, LOW, PERIOD - 1), low);
        add("no-headers", "No headers.", made(low, LOW, PERIOD).remove(SpecPackage.HEADERS), low);
        add("other-headers", "Headers of other heights.", made(low, LOW + 1, PERIOD), low);
        add("no-timestamp", "No timestamp.", made(low, LOW, PERIOD).remove(SpecPackage.OTS), low);
        add(
                "no-checkpoint",
                "A verifier that knows nothing but the genesis.",
                made(high, 1, HIGH + 7),
                Conditions.STRICT.on(Checkpoints.genesisOnly(chain)));
    }

    private void known() {
        SpecAnchor low = anchor(LOW, 3);
        SpecAnchor high = anchor(HIGH, 6);
        SpecPackage without = made(low, LOW, PERIOD).remove(SpecPackage.HEADERS);
        add(
                "known-headers",
                "The headers are known locally.",
                without,
                conditions(low).knowing(low.run(LOW, PERIOD)));
        SpecAnchor other = new SpecAnchor(chain, Sha256.of().toArray(), HIGH, 15);
        SpecPackage made = made(high, PERIOD, HIGH + 7);
        add("heavier-known", "A heavier chain is known.", made, conditions(high).knowing(other.run(PERIOD, HIGH + 16)));
        add(
                "equal-known",
                "A chain of equal work is known.",
                made,
                conditions(high).knowing(other.run(PERIOD, HIGH + 7)));
        add("lighter-known", "A lighter chain is known.", made, conditions(high).knowing(other.run(PERIOD, HIGH + 3)));
        SpecAnchor fork = new SpecAnchor(chain, Sha256.of().toArray(), LOW, 12);
        add(
                "known-unlinked",
                "A known chain that is linked to nothing counts for nothing.",
                made,
                conditions(high).knowing(fork.run(LOW, PERIOD)));
        SpecAnchor longer = anchor(HIGH, 9);
        add(
                "known-longer",
                "The known chain holds the same block with more work on top.",
                made(anchor(HIGH, 3), PERIOD, HIGH + 4),
                conditions(longer).knowing(longer.run(PERIOD, HIGH + 10)));
    }

    private void broken() {
        SpecAnchor low = anchor(LOW, 3);
        byte[] headers = low.headers(LOW, PERIOD);
        for (int at : new int[] {28, 40, 70, 104, 108, 110, 150, headers.length - 1}) {
            byte[] changed = headers.clone();
            changed[at % headers.length] ^= 0x40;
            add(
                    "header-bit-" + at,
                    "A bit of the headers is flipped.",
                    made(low, LOW, PERIOD).put(SpecPackage.HEADERS, changed),
                    low);
        }
        SpecAnchor other = new SpecAnchor(chain, Sha256.of().toArray(), LOW, 3);
        add(
                "other-chain",
                "Headers of another branch contradict the checkpoint.",
                made(low, 1, PERIOD + 1),
                conditions(other));
        add(
                "other-branch",
                "The headers are of a branch that commits to something else.",
                made(low, LOW, PERIOD).put(SpecPackage.HEADERS, other.headers(LOW, PERIOD)),
                other);
        add(
                "headers-cut",
                "The headers are cut.",
                made(low, LOW, PERIOD).put(SpecPackage.HEADERS, java.util.Arrays.copyOf(headers, headers.length - 1)),
                low);
        add(
                "headers-longer",
                "Something follows the headers.",
                made(low, LOW, PERIOD).put(SpecPackage.HEADERS, java.util.Arrays.copyOf(headers, headers.length + 1)),
                low);
        add(
                "headers-none",
                "A file of no headers.",
                made(low, LOW, PERIOD).put(SpecPackage.HEADERS, java.util.Arrays.copyOf(headers, 24)),
                low);
    }

    private Timestamp start() throws OtsException {
        return Timestamp.of(Bytes.copyOf(study.digest()));
    }

    private void proofs() throws OtsException {
        SpecAnchor low = anchor(LOW, 3);
        Conditions conditions = conditions(low);
        Bytes digest = Bytes.copyOf(study.digest());
        Timestamp pending = start().attest(new PendingAttestation("https://calendar.example"));
        add("pending", "Only a calendar's promise.", with(low, DetachedTimestamp.ofSha256(pending)), conditions);
        Timestamp unknown = start().attest(new UnknownAttestation(Bytes.ofHex("0102030405060708"), Bytes.ofHex("00")));
        add(
                "unknown",
                "Only an attestation of an unknown kind.",
                with(low, DetachedTimestamp.ofSha256(unknown)),
                conditions);
        add(
                "unknown-and-pending",
                "An unknown attestation and a promise.",
                with(low, DetachedTimestamp.ofSha256(unknown.merge(pending))),
                conditions);
        Timestamp lie = TimestampBuilder.from(digest)
                .sha256()
                .attest(new BitcoinAttestation(LOW + 1))
                .build();
        add(
                "contradicted",
                "One attestation is contradicted by its header.",
                with(low, DetachedTimestamp.ofSha256(low.path().merge(lie))),
                conditions);
        Timestamp lower = TimestampBuilder.from(digest)
                .append(Bytes.ofHex("00"))
                .attest(new BitcoinAttestation(1))
                .build();
        SpecPackage bothContradicted = made(low, 2, PERIOD)
                .put(
                        SpecPackage.OTS,
                        DetachedTimestamp.ofSha256(low.path().merge(lie).merge(lower))
                                .toBytes());
        byte[] invalid = ForgedDisclosures.flipped(low.headers(2, PERIOD));
        add(
                "contradicted-below",
                "One attestation is contradicted, one has no header, one is true.",
                bothContradicted,
                conditions);
        add(
                "contradicted-by-known",
                "A known header contradicts the lower attestation, the package's headers are broken.",
                made(low, LOW, PERIOD)
                        .put(SpecPackage.OTS, bothContradicted.get(SpecPackage.OTS))
                        .put(SpecPackage.HEADERS, invalid),
                conditions.knowing(low.run(1, PERIOD)));
        Timestamp more = TimestampBuilder.from(digest)
                .sha256()
                .attest(new BitcoinAttestation(1))
                .attest(new BitcoinAttestation(900_000))
                .attest(new PendingAttestation("https://calendar.example"))
                .build();
        add(
                "best-counts",
                "Other attestations have no header.",
                with(low, DetachedTimestamp.ofSha256(low.path().merge(more))),
                conditions);
        add(
                "only-far",
                "Attested by blocks of which there is no header.",
                with(low, DetachedTimestamp.ofSha256(more)),
                conditions);
        Timestamp otherHash = TimestampBuilder.from(digest)
                .then(HashOp.RIPEMD160)
                .sha256()
                .attest(new BitcoinAttestation(LOW + 1))
                .build();
        add(
                "other-hash-contradicted",
                "What a header would contradict lies beyond another hash, and another attestation is true.",
                with(low, DetachedTimestamp.ofSha256(low.path().merge(otherHash))),
                conditions);
        add(
                "other-hash-and-pending",
                "A block beyond another hash, and a promise that counts.",
                with(low, DetachedTimestamp.ofSha256(otherHash.merge(pending))),
                conditions);
        Bytes sha1 = HashOp.SHA1.apply(Bytes.copyOf(study.statements.get(2)));
        add(
                "weak-digest",
                "A timestamp of a SHA-1 digest.",
                with(low, new DetachedTimestamp(HashOp.SHA1, Timestamp.of(sha1).attest(new BitcoinAttestation(LOW)))),
                conditions);
        SpecAnchor other = new SpecAnchor(chain, Sha256.of().toArray(), LOW, 3);
        add("other-statement", "A timestamp of something else.", made(other, LOW, PERIOD), other);
        byte[] proof = low.timestamp();
        for (int at : new int[] {0, 30, 31, 32, 33, 65, 66, 70, proof.length - 1, proof.length - 2, proof.length - 9}) {
            byte[] changed = proof.clone();
            changed[at] ^= 1;
            add(
                    "proof-bit-" + at,
                    "A bit of the timestamp is flipped.",
                    made(low, LOW, PERIOD).put(SpecPackage.OTS, changed),
                    conditions);
        }
        add(
                "proof-cut",
                "The timestamp is cut.",
                made(low, LOW, PERIOD).put(SpecPackage.OTS, java.util.Arrays.copyOf(proof, proof.length - 1)),
                conditions);
        add(
                "proof-longer",
                "Something follows the timestamp.",
                made(low, LOW, PERIOD).put(SpecPackage.OTS, java.util.Arrays.copyOf(proof, proof.length + 1)),
                conditions);
        add("proof-empty", "An empty timestamp.", made(low, LOW, PERIOD).put(SpecPackage.OTS, new byte[0]), conditions);
    }

    private SpecPackage with(SpecAnchor anchor, DetachedTimestamp proof) {
        return made(anchor, LOW, PERIOD).put(SpecPackage.OTS, proof.toBytes());
    }

    private SpecAnchor naming(long named, boolean truly) {
        SpecAnchor first = new SpecAnchor(chain, SpecStudy.small().digest(), LOW, 3);
        String hash = first.block(truly ? named : named + 1).hash().display();
        JsonValue block =
                JsonObject.builder().put("hash", hash).put("height", named).build();
        study.reseal("bitcoin", Map.of("block", block));
        return anchor(LOW, 3);
    }

    private void namedBlocks() {
        SpecAnchor earlier = naming(LOW - 2, true);
        add(
                "named",
                "The statement names an earlier block, whose header is there.",
                made(earlier, LOW - 2, PERIOD),
                earlier);
        add("named-without-header", "The header of the named block is not there.", made(earlier, LOW, PERIOD), earlier);
        SpecAnchor wrong = naming(LOW - 2, false);
        add("named-differs", "The chain has another block than the one named.", made(wrong, LOW - 2, PERIOD), wrong);
        SpecAnchor later = naming(LOW + 1, true);
        add("named-later", "The named block is later than the attesting one.", made(later, LOW, LOW + 1), later);
        SpecAnchor same = naming(LOW, true);
        add("named-same-height", "The named block has the height of the attesting one.", made(same, LOW, PERIOD), same);
        SpecAnchor checkpoint = naming(PERIOD - 1, false);
        add(
                "named-against-checkpoint",
                "The named block is not the checkpoint of its height.",
                made(checkpoint, LOW, LOW + 1),
                checkpoint);
    }

    private void networks() {
        SpecAnchor low = anchor(LOW, 3);
        study.reseal("practice", Map.of());
        SpecAnchor practice = new SpecAnchor(ChainParameters.practice(), study.digest(), 1, 1);
        SpecPackage made =
                shown().put(SpecPackage.OTS, practice.timestamp()).put(SpecPackage.HEADERS, practice.headers());
        Conditions accepting = new Conditions(
                true,
                java.math.BigInteger.ZERO,
                java.util.Set.of(),
                conditions(low).bitcoin(),
                java.util.Optional.empty());
        add("practice", "A practice anchor, not accepted.", made, low);
        add("practice-accepted", "A practice anchor, accepted.", made, accepting);
        SpecAnchor far = new SpecAnchor(ChainParameters.practice(), study.digest(), 3, 2);
        add(
                "practice-not-linked",
                "Practice headers that do not begin at the genesis.",
                shown().put(SpecPackage.OTS, far.timestamp()).put(SpecPackage.HEADERS, far.headers(3, 6)),
                accepting);
        study.reseal("bitcoin", Map.of());
        SpecAnchor wrong = SpecAnchor.practice(study.digest());
        add(
                "bitcoin-on-practice",
                "A statement for Bitcoin, anchored on practice.",
                shown().put(SpecPackage.OTS, wrong.timestamp()).put(SpecPackage.HEADERS, wrong.headers()),
                Conditions.PRACTICE);
    }
}
