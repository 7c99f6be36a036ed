package org.trialseal.core.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.CompactTarget;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Every rule of a chain kept and broken: retargeting, median of times, versions, bits, links and given blocks. */
final class ChainVectors {
    private static final int SLOW = 400;
    private static final int FAST = 2;

    private final SpecStudy study = SpecStudy.small().reseal("bitcoin", Map.of());
    private final byte[] digest = study.digest();
    private final List<Vector> vectors = new ArrayList<>();

    List<Vector> all() throws OtsException {
        retargets();
        starts();
        times();
        versions();
        bits();
        given();
        known();
        named();
        return vectors;
    }

    private SmallChain chain() {
        return SmallChain.of(digest);
    }

    private SpecPackage made(byte[] timestamp, byte[] headers) {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .put(SpecPackage.OTS, timestamp)
                .put(SpecPackage.HEADERS, headers);
    }

    private void add(String name, String description, SpecPackage made, Conditions conditions) {
        vectors.add(Vector.of("chain-" + name, description, made.bytes(), conditions));
    }

    private void add(String name, String description, SmallChain chain, long from, long attested, Checkpoint... given) {
        SpecPackage made = made(chain.timestamp(attested), chain.bytes(from, chain.height()));
        add(name, description, made, chain.conditions(given));
    }

    private void retargets() {
        for (int seconds : new int[] {SmallChain.SPACING, 7, FAST, 23, SLOW}) {
            SmallChain paced = chain().upTo(7, seconds).upTo(15, 9).upTo(24, 11);
            add("retarget-after-" + seconds + "s", "Two intervals, bits retargeted.", paced, 1, 17);
            SmallChain late = chain().upTo(15, seconds).upTo(24, 11);
            add(
                    "retarget-later-" + seconds + "s",
                    "The run begins at the first interval that is retargeted.",
                    late,
                    8,
                    17,
                    late.checkpoint(7, 0));
        }
        SmallChain lazy = chain().upTo(7, FAST);
        add(
                "retarget-missing",
                "Bits stay as they were although they are due to change.",
                lazy.add(9, lazy.tip().target(), SmallChain.MODERN).upTo(15, 9),
                1,
                8);
        SmallChain off = chain().upTo(7, 9);
        add(
                "retarget-off-by-one",
                "Bits at a retarget are off by one.",
                off.add(9, CompactTarget.ofBits(off.due().bits() - 1), SmallChain.MODERN)
                        .upTo(15, 9),
                1,
                8);
        SmallChain unclamped = chain().upTo(7, FAST);
        CompactTarget eighth =
                CompactTarget.encode(unclamped.tip().target().value().shiftRight(3));
        add(
                "retarget-unclamped",
                "Bits fall by more than a quarter.",
                unclamped.add(9, eighth, SmallChain.MODERN).upTo(15, 9),
                1,
                8);
    }

    private void starts() {
        SmallChain long24 = chain().upTo(7, 7).upTo(15, 8).upTo(31, 11);
        Checkpoint seven = long24.checkpoint(7, 0);
        Checkpoint fifteen = long24.checkpoint(15, 3);
        add(
                "from-inside",
                "The run begins inside an interval whose bits a checkpoint names.",
                long24,
                10,
                12,
                seven,
                fifteen);
        add("from-inside-only-one", "The same, and no other checkpoint: linked to nothing.", long24, 10, 12, seven);
        add("from-nowhere", "The run begins where nothing is due.", long24, 19, 24, seven);
        add("from-nowhere-over-a-border", "It goes on over a border of which nothing is known.", long24, 13, 17, seven);
        SmallChain uneven = chain().upTo(3, 10);
        CompactTarget harder =
                CompactTarget.encode(uneven.tip().target().value().shiftRight(2));
        uneven.add(10, harder, SmallChain.MODERN).upTo(14, 10);
        add(
                "from-nowhere-below-the-interval",
                "The bits below the interval are not those of the genesis.",
                uneven,
                4,
                5);
        Checkpoint others = new Checkpoint(
                15, fifteen.hash(), CompactTarget.ofBits(fifteen.nextTarget().bits() - 1), List.of());
        add(
                "checkpoint-names-other-bits",
                "A checkpoint names other bits than the interval before it gives.",
                made(long24.timestamp(20), long24.bytes(1, 24)),
                long24.conditions(others));
        add("from-checkpoint", "The run begins right after a checkpoint.", long24, 16, 20, seven, fifteen);
        add("from-checkpoint-itself", "The run begins with a checkpoint.", long24, 15, 20, seven, fifteen);
        add("from-genesis", "The run begins with the genesis.", long24, 0, 20, seven);
        add("from-block-1", "The run begins with block 1.", long24, 1, 20);
        HeaderRun inside = long24.run(10, 24);
        Checkpoint lying = new Checkpoint(
                7, seven.hash(), CompactTarget.ofBits(seven.nextTarget().bits() - 1), List.of());
        add(
                "from-inside-other-bits",
                "The run begins inside an interval and states other bits than the checkpoint names.",
                made(
                        long24.timestamp(12),
                        HeaderRunFormat.of(long24.parameters()).toBytes(inside).toArray()),
                long24.conditions(lying));
        SmallChain other = new SmallChain(new byte[32], 0, 0).upTo(7, 6).upTo(24, 11);
        add(
                "not-after-checkpoint",
                "The first header does not follow the checkpoint below it.",
                made(long24.timestamp(20), long24.bytes(16, 31)),
                long24.conditions(
                        seven, new Checkpoint(15, other.run(15, 15).last().hash(), fifteen.nextTarget(), List.of())));
    }

    private void times() {
        SmallChain backwards = chain().upTo(11, 10).add(-40).upTo(20, 10);
        add("time-backwards", "A time below the one before, above the median.", backwards, 1, 12);
        SmallChain bound = chain().upTo(11, 10);
        add("time-at-median", "A time at the median.", bound.add(-50).upTo(20, 10), 1, 12);
        SmallChain above = chain().upTo(11, 10);
        add(
                "time-above-median",
                "A time one second above the median.",
                above.add(-49).upTo(20, 10),
                1,
                12);
        SmallChain early = chain().upTo(3, 10);
        add(
                "time-at-median-of-four",
                "A time at the median of four.",
                early.add(-10).upTo(12, 10),
                1,
                5);
        for (int times : new int[] {0, 4, 6, 8}) {
            SmallChain cut = chain().upTo(15, 10).add(-60).upTo(24, 20);
            add(
                    "time-bound-of-" + times,
                    "A time below the median, of which the checkpoint tells " + times + " times.",
                    cut,
                    16,
                    17,
                    cut.checkpoint(15, times));
        }
        SmallChain largest = chain().upTo(9, 10).add(100_000).add(-99_980).upTo(24, 10);
        add("time-largest-counts", "An ancestor has a later time.", largest, 1, 11);
    }

    private void versions() {
        for (int version : new int[] {1, 2, 3, -1, Integer.MIN_VALUE}) {
            SmallChain of2 = new SmallChain(digest, 5, 2).upTo(5, 10);
            add(
                    "version-" + version,
                    "A version where 2 is the lowest.",
                    of2.add(10, of2.due(), version).upTo(14, 10),
                    1,
                    6);
        }
        SmallChain first = new SmallChain(digest, 5, 2).upTo(4, 10);
        add(
                "version-1-at-first",
                "Version 1 at the first height where 2 is the lowest.",
                first.add(10, first.due(), 1).upTo(14, 10),
                1,
                5);
        SmallChain ofAll = new SmallChain(digest, 0, SmallChain.MODERN + 1);
        while (ofAll.height() < 14) {
            ofAll.add(10, ofAll.due(), SmallChain.MODERN + 1);
        }
        add("version-of-the-genesis", "Only the genesis has a version below the lowest.", ofAll, 0, 5);
        SmallChain before = new SmallChain(digest, 5, 2).upTo(3, 10);
        add(
                "version-1-before",
                "Version 1 where it is still allowed.",
                before.add(10, before.due(), 1).upTo(14, 10),
                1,
                4);
    }

    private void bits() {
        for (int bits : new int[] {
            0, 0x1f800001, 0x04923456, 0x2000ffff, 0x1f7fffff, 0xff123456, 0x1f000000, 0x01003456, 0x1fffffff
        }) {
            SmallChain chain = chain().upTo(7, 10);
            Checkpoint seven = checkpointOf(chain);
            chain.add(10, CompactTarget.ofBits(bits), SmallChain.MODERN);
            add(
                    "bits-" + Integer.toHexString(bits),
                    "Odd bits.",
                    made(chain.timestamp(8), chain.bytes(8, 8)),
                    chain.conditions(seven));
            add(
                    "bits-unlinked-" + Integer.toHexString(bits),
                    "Odd bits where nothing is due.",
                    made(chain.timestamp(8), chain.bytes(8, 8)),
                    chain.conditions());
        }
    }

    private static Checkpoint checkpointOf(SmallChain chain) {
        return new Checkpoint(7, chain.tip().hash(), chain.due(), List.of());
    }

    private void given() {
        SmallChain chain = chain().upTo(20, 10);
        SmallChain other = chain().upTo(6, 10).add(11).upTo(20, 10);
        add(
                "other-at-checkpoint",
                "Another block than the checkpoint.",
                made(chain.timestamp(10), chain.bytes(1, 20)),
                chain.conditions(other.checkpoint(7, 0)));
        byte[] late = chain.bytes(1, 20);
        late[late.length - 1] ^= 0x55;
        add(
                "fault-after",
                "A header after the attesting block lacks its work.",
                made(chain.timestamp(10), late),
                chain.conditions(chain.checkpoint(7, 0)));
        add(
                "two-attest",
                "Two blocks attest, the earlier one counts.",
                made(chain.timestamp(9, 11), chain.bytes(1, 20)),
                chain.conditions(chain.checkpoint(7, 0)));
        add(
                "two-attest-firmer",
                "The later block is checkpointed, the earlier one not.",
                made(chain.timestamp(5, 12), chain.bytes(6, 20)),
                chain.conditions(chain.checkpoint(7, 0)));
        BlockHeader genesis = SmallChain.of(new byte[] {1}).run(0, 0).last();
        HeaderRun wrong = HeaderRun.of(0, List.of(genesis, chain.run(1, 1).last()));
        add(
                "from-genesis-short",
                "The run is the genesis and block 1.",
                made(
                        chain.timestamp(1),
                        HeaderRunFormat.of(chain.parameters()).toBytes(wrong).toArray()),
                chain.conditions());
    }

    private void known() {
        SmallChain chain = chain().upTo(31, 10);
        SmallChain fork = chain().upTo(4, 10).add(11).upTo(31, 10);
        Checkpoint fifteen = chain.checkpoint(15, 0);
        SpecPackage unlinked = made(fork.timestamp(6), fork.bytes(5, 9));
        add(
                "known-other-below",
                "A known chain holds another block below the newest checkpoint.",
                unlinked,
                chain.conditions(fifteen).knowing(chain.run(1, 31)));
        add(
                "known-judges-below",
                "A known chain is linked where the package's headers are not.",
                made(chain.timestamp(6), chain.bytes(5, 9)),
                chain.conditions(fifteen).knowing(chain.run(1, 31)));
        add(
                "known-judges-above",
                "The same above the newest checkpoint.",
                made(chain.timestamp(20), chain.bytes(18, 22)),
                chain.conditions(fifteen).knowing(chain.run(16, 31)));
        add(
                "known-prefix",
                "The known chain ends before the block.",
                made(chain.timestamp(24), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(chain.run(16, 20)));
        add(
                "known-broken",
                "A known chain that breaks a rule is left out.",
                made(chain.timestamp(24), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(fork.run(16, 31)));
        SmallChain uneven = chain().upTo(24, 10);
        CompactTarget harder =
                CompactTarget.encode(uneven.tip().target().value().shiftRight(2));
        uneven.add(10, harder, SmallChain.MODERN).upTo(31, 10);
        add(
                "known-other-bits",
                "A known chain with more work changes its bits inside an interval, and is left out.",
                made(chain.timestamp(25), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(uneven.run(16, 31)));
        add(
                "known-shorter",
                "The known chain holds the block, and less work than the package.",
                made(chain.timestamp(20), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(chain.run(16, 22)));
        add(
                "known-unlinked-with-more",
                "The known headers go on after the package's, and are linked to nothing.",
                made(chain.timestamp(18), chain.bytes(16, 25)),
                chain.conditions(fifteen).knowing(chain.run(17, 31)));
        add(
                "known-unlinked-other",
                "The known headers hold another block, and are linked to nothing.",
                made(chain.timestamp(24), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(fork.run(20, 31)));
        add(
                "known-unlinked-other-first",
                "The known headers begin with another block at that height, and are linked to nothing.",
                made(chain.timestamp(24), chain.bytes(16, 31)),
                chain.conditions(fifteen).knowing(fork.run(24, 31)));
        add(
                "known-unlinked",
                "The known headers are linked to nothing.",
                made(chain.timestamp(24), chain.bytes(16, 31)).remove(SpecPackage.HEADERS),
                chain.conditions(fifteen).knowing(chain.run(20, 31)));
    }

    private void named() throws OtsException {
        SmallChain chain = chain().upTo(20, 10);
        String wrong = chain.run(4, 4).last().hash().display();
        study.reseal(
                "bitcoin",
                Map.of(
                        "block",
                        JsonObject.builder().put("hash", wrong).put("height", 3).build()));
        byte[] now = study.digest();
        Timestamp pending = Timestamp.of(Bytes.copyOf(now)).attest(new PendingAttestation("https://calendar.example"));
        Conditions conditions = chain.conditions(chain.checkpoint(7, 0));
        add(
                "named-differs-pending",
                "Only a promise, and a named block that is not on the chain.",
                made(DetachedTimestamp.ofSha256(pending).toBytes(), chain.bytes(1, 20)),
                conditions);
        add(
                "named-differs-no-timestamp",
                "No timestamp, and a named block that is not on the chain.",
                made(new byte[0], chain.bytes(1, 20)).remove(SpecPackage.OTS),
                conditions);
        SmallChain other =
                SmallChain.of(now).committing(9, Bytes.copyOf(new byte[32])).upTo(20, 10);
        add(
                "named-differs-attested-differs",
                "The block does not commit to the message, and a named block is not on the chain.",
                made(other.timestamp(9), other.bytes(1, 20)),
                other.conditions(other.checkpoint(7, 0)));
        study.reseal("bitcoin", Map.of());
    }
}
