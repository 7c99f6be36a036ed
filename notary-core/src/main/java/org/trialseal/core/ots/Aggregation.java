package org.trialseal.core.ots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * One tree over several files' digests, so that one submission to a calendar stamps them all and shows none of them.
 * Each digest is followed by its nonce and hashed; the results are joined in pairs, an odd one moving up as it is, with
 * SHA-256 over left and right, as python-opentimestamps does.
 */
public final class Aggregation {
    /** Length of a nonce in bytes. */
    public static final int NONCE_LENGTH = 16;

    /** Most digests of one tree. */
    public static final int MAX_DIGESTS = 1 << 16;

    private final List<List<Op>> paths;
    private final List<Sha256> digests;
    private final Bytes tip;

    private Aggregation(List<Sha256> digests, List<List<Op>> paths, Bytes tip) {
        this.digests = digests;
        this.paths = paths;
        this.tip = tip;
    }

    /**
     * Joins digests into one tree.
     *
     * @param digests 1 to {@link #MAX_DIGESTS}
     * @param nonces for each digest 16 bytes that are fresh, random and used nowhere else
     * @throws IllegalArgumentException when the numbers of digests and nonces differ or are out of range, or a nonce has
     *     another length
     */
    public static Aggregation of(List<Sha256> digests, List<Bytes> nonces) {
        if (digests.isEmpty() || digests.size() > MAX_DIGESTS || digests.size() != nonces.size()) {
            throw new IllegalArgumentException("1 to 65536 digests, each with its nonce");
        }
        List<List<Op>> paths = new ArrayList<>();
        List<Subtree> level = new ArrayList<>();
        for (int i = 0; i < digests.size(); i++) {
            List<Op> path = blinding(nonces.get(i));
            paths.add(path);
            level.add(new Subtree(replay(digests.get(i).bytes(), path), i, i + 1));
        }
        while (level.size() > 1) {
            level = joinPairs(level, paths);
        }
        return new Aggregation(List.copyOf(digests), paths, level.get(0).root);
    }

    /** What to send to the calendars: 32 bytes. */
    public Sha256 tip() {
        return Sha256.wrap(tip.toArray());
    }

    /**
     * The timestamps of the digests, in the order they were given, each leading to what stands at the tip.
     *
     * @param atTip what the calendars answered, merged
     * @throws OtsException when a whole is outside a {@link Limit}
     * @throws IllegalArgumentException when it is a timestamp of another message
     */
    public List<Timestamp> timestamps(Timestamp atTip) throws OtsException {
        List<Timestamp> timestamps = new ArrayList<>();
        for (int i = 0; i < digests.size(); i++) {
            TimestampBuilder builder = TimestampBuilder.from(digests.get(i).bytes());
            for (Op op : paths.get(i)) {
                builder.then(op);
            }
            timestamps.add(builder.graft(atTip).build());
        }
        return List.copyOf(timestamps);
    }

    private static List<Op> blinding(Bytes nonce) {
        if (nonce.length() != NONCE_LENGTH) {
            throw new IllegalArgumentException("a nonce has 16 bytes, not " + nonce.length());
        }
        return new ArrayList<>(Arrays.asList(new Append(nonce), HashOp.SHA256));
    }

    private static Bytes replay(Bytes start, List<Op> path) {
        Bytes message = start;
        for (Op op : path) {
            message = op.apply(message);
        }
        return message;
    }

    private static List<Subtree> joinPairs(List<Subtree> level, List<List<Op>> paths) {
        List<Subtree> next = new ArrayList<>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            next.add(join(level.get(i), level.get(i + 1), paths));
        }
        if (level.size() % 2 == 1) {
            next.add(level.get(level.size() - 1));
        }
        return next;
    }

    private static Subtree join(Subtree left, Subtree right, List<List<Op>> paths) {
        List<Op> fromLeft = List.of(new Append(right.root), HashOp.SHA256);
        List<Op> fromRight = List.of(new Prepend(left.root), HashOp.SHA256);
        paths.subList(left.from, left.to).forEach(path -> path.addAll(fromLeft));
        paths.subList(right.from, right.to).forEach(path -> path.addAll(fromRight));
        return new Subtree(replay(left.root, fromLeft), left.from, right.to);
    }

    /** The root over the digests [from, to). */
    private record Subtree(Bytes root, int from, int to) {}
}
