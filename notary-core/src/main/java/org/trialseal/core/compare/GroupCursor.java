package org.trialseal.core.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.record.Cell;

/**
 * Where the comparison stands in one group. What is guessed is only a hint: guesses are made by the thread that assigns
 * rows from what the thread that settles them has told so far, and a wrong one costs time and nothing else.
 */
final class GroupCursor {
    private static final int LOST = 16;
    private static final int RARELY = 64;
    private static final int WIDE = 256;
    private static final int VERY_RARELY = 4_096;
    private static final int VERY_WIDE = 65_536;

    private final int number;
    private final Optional<Cell> subject;
    private final SealedGroup group;
    private final @Nullable OpenGroup open;
    private final boolean orphan;
    private long seen;
    private long next;
    private long matched;
    private int misses;
    private volatile long drift;

    /**
     * @param number of the cursor among all, by first appearance
     * @param orphan whether no row names the group any more
     */
    GroupCursor(int number, Optional<Cell> subject, SealedGroup group, boolean orphan) {
        this.orphan = orphan;
        this.number = number;
        this.subject = subject;
        this.group = group;
        this.open = group.key().isPresent() ? OpenGroup.of(group) : null;
    }

    int number() {
        return number;
    }

    Optional<Cell> subject() {
        return subject;
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

    /** Counts a row; returns how many came before it. */
    long arrive() {
        return seen++;
    }

    /** Number of rows of the later copy. */
    long seen() {
        return seen;
    }

    /** Where the row that came after {@code before} others is probably found; -1 when that is not worth a try. */
    long guess(long before) {
        return misses > LOST ? -1 : before + drift;
    }

    /**
     * How many records from the expected one on are worth looking at: {@code usual} of them, none after many misses in a
     * row, but now and then many, to find the thread again after a long gap.
     */
    int lookAhead(int usual) {
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
        return next;
    }

    /** A row was found at {@code index}, which was expected to be the one. */
    void found(long index) {
        misses = 0;
        matched++;
        next = Math.max(next, index + 1);
    }

    /** A row was not found where it was expected; {@code following} is expected next. */
    void missed(long following) {
        misses++;
        next = Math.max(next, following);
    }

    /** Tells where the row after the one that came after {@code before} others is to be looked for. */
    void steer(long before) {
        drift = next - before - 1;
    }

    /** A leftover row was found after all. May be called by several threads. */
    synchronized void foundLater() {
        matched++;
    }

    /** Number of its records that were found. */
    synchronized long matched() {
        return matched;
    }
}
