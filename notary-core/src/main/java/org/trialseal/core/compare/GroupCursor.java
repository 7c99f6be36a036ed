package org.trialseal.core.compare;

import org.jspecify.annotations.Nullable;
import org.trialseal.core.evidence.SealedGroup;

/**
 * Where the comparison stands in one group; several of one group are as good as one. What is guessed is only a hint:
 * guesses are made by the thread that assigns rows from what the thread that settles them has told so far, and a wrong one
 * costs time and nothing else.
 */
final class GroupCursor {
    private static final int LOST = 16;
    private static final int RARELY = 64;
    private static final int WIDE = 256;
    private static final int VERY_RARELY = 4_096;
    private static final int VERY_WIDE = 65_536;

    private final int number;
    private final SealedGroup group;
    private final CursorStates states;
    private final boolean wide;
    private final @Nullable OpenGroup open;
    private final boolean orphan;

    /**
     * @param number of the group among all that were met, by first appearance
     * @param orphan whether no row names the group any more
     */
    GroupCursor(int number, SealedGroup group, CursorStates states, boolean orphan) {
        this.number = number;
        this.group = group;
        this.states = states;
        this.wide = CursorStates.isWide(group.count()) || group.key().isEmpty();
        this.open = group.key().isPresent() ? OpenGroup.of(group) : null;
        this.orphan = orphan;
    }

    int number() {
        return number;
    }

    /** Whether no row names the group any more: its rows were found by what they hold. */
    boolean isOrphan() {
        return orphan;
    }

    SealedGroup group() {
        return group;
    }

    /** Whether its commitments can be recomputed. */
    boolean isOpen() {
        return open != null;
    }

    OpenGroup open() {
        if (open == null) {
            throw new IllegalStateException("the group cannot be opened");
        }
        return open;
    }

    /** Counts a row; returns how many came before it, or of a small group what its last byte says of that. */
    long arrive() {
        return states.arrive(number, wide);
    }

    /** Number of rows of the later copy, of a group that cannot be opened. */
    long seen() {
        return states.seen(number);
    }

    /** Where the row that came after {@code before} others is probably found; -1 when that is not worth a try. */
    long guess(long before) {
        return misses() > LOST ? -1 : before + states.drift(number, wide);
    }

    private int misses() {
        return states.misses(number, wide);
    }

    /**
     * How many records from the expected one on are worth looking at: {@code usual} of them, none after many misses in a
     * row, but now and then many, to find the thread again after a long gap.
     */
    int lookAhead(int usual) {
        int misses = misses();
        if (misses <= LOST) {
            return usual;
        }
        if (misses % RARELY != 0) {
            return 0;
        }
        return misses % VERY_RARELY == 0 ? VERY_WIDE : WIDE;
    }

    /** The record that is expected next. */
    long next() {
        return states.next(number, wide);
    }

    /** A row was found at {@code index}, which was expected to be the one. */
    void found(long index) {
        states.note(number, wide, furthest(index + 1), 0, states.drift(number, wide));
    }

    /** A row was not found where it was expected; {@code following} is expected next. */
    void missed(long following) {
        states.note(number, wide, furthest(following), misses() + 1, states.drift(number, wide));
    }

    private int furthest(long following) {
        return Math.toIntExact(Math.max(next(), following));
    }

    /** Tells where the row after the one that came after {@code before} others is to be looked for. */
    void steer(long before) {
        states.note(number, wide, Math.toIntExact(next()), misses(), next() - before - 1);
    }
}
