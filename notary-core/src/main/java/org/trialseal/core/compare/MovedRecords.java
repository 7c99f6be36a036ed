package org.trialseal.core.compare;

import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.MalformedException;

/**
 * The records that stand in another order: the fewest that would have to be moved, which are those that do not belong to
 * one longest ascending sequence of sealed positions. Records that were put in or taken out move nothing. Of several such
 * sequences it is the one that takes the latest row at each length, from its end on, so that the same copy always has the
 * same moved records. Patience sorting (Schensted 1961), whose piles are not kept: the pile of each record goes to a hidden
 * file, which is read backwards. Little more than two bits a record stay in memory.
 */
final class MovedRecords {
    private static final MovedRecords NONE = new MovedRecords(0, List.of(), new RecordBits(0), 0);

    private final long bound;
    private final List<MatchedRuns> streams;
    private final RecordBits kept;
    private final long count;

    private MovedRecords(long bound, List<MatchedRuns> streams, RecordBits kept, long count) {
        this.bound = bound;
        this.streams = streams;
        this.kept = kept;
        this.count = count;
    }

    /**
     * Finds them.
     *
     * @param bound number of sealed records, hidden ones included; a package may say what it likes
     * @param atHand number of those that can have been matched
     * @param hidden where the piles of records are put down
     * @param streams matched rows, each stream by ascending row; read again by {@link #visit}
     */
    static MovedRecords find(long bound, long atHand, HiddenFolder hidden, List<MatchedRuns> streams)
            throws IOException, MalformedException {
        if (isAscending(bound, streams)) {
            return NONE;
        }
        try (PileRanks ranks = new PileRanks(hidden.newFile())) {
            SequenceEnds ends = SequenceEnds.of(bound, atHand);
            visitMatched(bound, streams, (row, position) -> {
                ranks.add(ends.put(position));
                return true;
            });
            return new MovedRecords(bound, streams, ranks.trace(ends.size()), ranks.size() - ends.size());
        }
    }

    private static boolean isAscending(long bound, List<MatchedRuns> streams) throws IOException, MalformedException {
        long[] last = {-1};
        return visitMatched(bound, streams, (row, position) -> {
            boolean ascends = position > last[0];
            last[0] = position;
            return ascends;
        });
    }

    /** Leaves out positions that cannot be, as a forged fingerprint may say. */
    private static boolean visitMatched(long bound, List<MatchedRuns> streams, MatchedRuns.Visitor visitor)
            throws IOException, MalformedException {
        return MatchedRuns.visit(
                streams, (row, position) -> position < 0 || position >= bound || visitor.row(row, position));
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** Hands out their rows in the later copy and their sealed positions, by ascending row. */
    void visit(MatchedRuns.Visitor visitor) throws IOException, MalformedException {
        long[] next = new long[1];
        visitMatched(bound, streams, (row, position) -> kept.get(next[0]++) || visitor.row(row, position));
    }
}
