package org.trialseal.core.ots;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trialseal.core.digest.Bytes;

/** Seeded proofs of many shapes, small arguments and few distinct ones, so that random trees overlap. */
final class RandomProofs {
    private final Random random;
    private final boolean peerCanRead;

    RandomProofs(long seed) {
        this(seed, false);
    }

    private RandomProofs(long seed, boolean peerCanRead) {
        this.random = new Random(seed);
        this.peerCanRead = peerCanRead;
    }

    /** Only what java-opentimestamps 1.11 knows: neither reverse, hexlify nor unknown attestations. */
    static RandomProofs forPeer(long seed) {
        return new RandomProofs(seed, true);
    }

    Bytes digest(int length) {
        byte[] digest = new byte[length];
        random.nextBytes(digest);
        return Bytes.copyOf(digest);
    }

    /** A complete timestamp of {@code message} with 1 to 8 paths. */
    Timestamp timestamp(Bytes message) throws OtsException {
        Timestamp all = path(message);
        for (int more = random.nextInt(8); more > 0; more--) {
            all = all.merge(path(message));
        }
        return all;
    }

    /** The paths of {@link #timestamp}, apart. */
    List<Timestamp> paths(Bytes message) throws OtsException {
        List<Timestamp> paths = new ArrayList<>();
        for (int more = 1 + random.nextInt(8); more > 0; more--) {
            paths.add(path(message));
        }
        return paths;
    }

    private Timestamp path(Bytes message) throws OtsException {
        TimestampBuilder builder = TimestampBuilder.from(message);
        for (int length = random.nextInt(6); length > 0; length--) {
            Op op = op();
            if (op.accepts(builder.message())) {
                builder.then(op);
            }
            if (random.nextInt(4) == 0) {
                builder.attest(attestation());
            }
        }
        return builder.attest(attestation()).build();
    }

    Op op() {
        return switch (random.nextInt(peerCanRead ? 8 : 10)) {
            case 0, 1 -> new Append(argument());
            case 2, 3 -> new Prepend(argument());
            case 4 -> HashOp.SHA1;
            case 5 -> HashOp.RIPEMD160;
            case 6 -> HashOp.SHA256;
            case 7 -> HashOp.KECCAK256;
            case 8 -> RewriteOp.REVERSE;
            default -> RewriteOp.HEXLIFY;
        };
    }

    private Bytes argument() {
        int[] lengths = {1, 1, 1, 2, 32, 127, 128, 255, 300};
        byte[] argument = new byte[lengths[random.nextInt(lengths.length)]];
        argument[0] = (byte) (random.nextInt(3) * 100);
        return Bytes.copyOf(argument);
    }

    Attestation attestation() {
        return switch (random.nextInt(peerCanRead ? 4 : 6)) {
            case 0 -> new BitcoinAttestation(random.nextInt(4) * 100L);
            case 1 -> new BitcoinAttestation(random.nextInt(Integer.MAX_VALUE));
            case 2 -> new PendingAttestation("https://" + "abc".charAt(random.nextInt(3)) + ".example");
            case 3 -> new UnknownAttestation(UnknownAttestation.ETHEREUM, number());
            case 4 -> new UnknownAttestation(UnknownAttestation.LITECOIN, number());
            default -> new UnknownAttestation(Bytes.ofHex("0102030405060708"), digest(random.nextInt(200)));
        };
    }

    private Bytes number() {
        return new OtsOutput()
                .number(random.nextInt(1 << (1 + random.nextInt(29))))
                .bytes();
    }
}
