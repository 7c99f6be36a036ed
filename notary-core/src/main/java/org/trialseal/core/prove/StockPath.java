package org.trialseal.core.prove;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.MerkleHash;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/**
 * Goes from a digest towards what is anchored, by operations that every OpenTimestamps client knows. What it does is
 * described in docs/proof-format.md, "A record as a stock timestamp".
 */
final class StockPath {
    private static final Bytes NODE_PREFIX = Bytes.copyOf(new byte[] {MerkleHash.NODE_PREFIX});

    private final TimestampBuilder builder;
    private int steps;

    private StockPath(TimestampBuilder builder) {
        this.builder = builder;
    }

    static StockPath from(Sha256 digest) throws OtsException {
        return new StockPath(TimestampBuilder.from(digest.bytes()));
    }

    /** Where it has come. */
    Bytes message() {
        return builder.message();
    }

    /** Number of operations so far. */
    int steps() {
        return steps;
    }

    /** Climbs an RFC 6962 tree of {@code size} leaves by the siblings of the leaf at {@code index}. */
    StockPath climb(long index, long size, List<Sha256> path) throws OtsException {
        BitSet left = InclusionProof.leftSiblings(index, size);
        for (int i = 0; i < path.size(); i++) {
            Bytes sibling = path.get(i).bytes();
            if (left.get(i)) {
                hashBehind(NODE_PREFIX.concat(sibling));
            } else {
                builder.append(sibling);
                steps++;
                hashBehind(NODE_PREFIX);
            }
        }
        return this;
    }

    /** Hashes {@code prefix} and the message. */
    StockPath hashBehind(Bytes prefix) throws OtsException {
        builder.prepend(prefix).sha256();
        steps += 2;
        return this;
    }

    /**
     * Hashes a text that ends with a canonical JSON object in which the message stands in hexadecimal.
     *
     * @param text at most 4,096 bytes
     * @param member name of the string in the object that is the message; no other one has this name
     * @throws IllegalArgumentException when it is not there
     */
    StockPath hashInside(Bytes text, String member) throws OtsException {
        String before = "\"" + member + "\":\"";
        String characters = new String(text.toArray(), StandardCharsets.ISO_8859_1);
        // In a canonical string every quotation mark has a backslash before it, so this can be found nowhere else.
        int at = characters.indexOf(before + message().hex() + "\"");
        if (at < 0) {
            throw new IllegalArgumentException("the object does not hold the message as " + member);
        }
        int from = at + before.length();
        int to = from + 2 * message().length();
        builder.hexlify().prepend(text.slice(0, from)).append(text.slice(to, text.length()));
        builder.sha256();
        steps += 4;
        return this;
    }

    /** All of it, with what is known about the last message. */
    Timestamp endingIn(Timestamp known) throws OtsException {
        return builder.graft(known).build();
    }
}
