package org.trialseal.core.compare;

import java.util.Map;
import java.util.TreeMap;

/** For each length the smallest end of an ascending sequence of that length: the tops of patience sorting's piles. */
interface SequenceEnds {
    /** Beyond so many sealed records for each one at hand, a bit for every sealed one is too much. */
    long SPARSE = 512;

    /**
     * Takes the next position, which becomes the end of sequences of its length in place of the next one that is not smaller.
     *
     * @return the length of the longest sequence that ends with it, less one
     */
    long put(long position);

    /** The length of the longest sequence. */
    long size();

    /**
     * No ends yet.
     *
     * @param bound all positions are below it
     * @param atHand about how many positions come
     */
    static SequenceEnds of(long bound, long atHand) {
        return bound / SPARSE > atHand ? new Sparse() : new Dense(bound);
    }

    /** Little more than a bit for each position that there may be. */
    final class Dense implements SequenceEnds {
        private final OrderedSet ends;

        private Dense(long bound) {
            ends = new OrderedSet(bound);
        }

        @Override
        public long put(long position) {
            if (ends.contains(position)) {
                return ends.below(position);
            }
            long above = ends.above(position);
            if (above < 0) {
                ends.add(position);
                return ends.size() - 1;
            }
            ends.replace(above, position);
            return ends.below(position);
        }

        @Override
        public long size() {
            return ends.size();
        }
    }

    /** A node for each end. */
    final class Sparse implements SequenceEnds {
        private final TreeMap<Long, Long> ends = new TreeMap<>();

        private Sparse() {}

        @Override
        public long put(long position) {
            Map.Entry<Long, Long> above = ends.ceilingEntry(position);
            long rank = above == null ? ends.size() : above.getValue();
            if (above != null) {
                ends.remove(above.getKey());
            }
            ends.put(position, rank);
            return rank;
        }

        @Override
        public long size() {
            return ends.size();
        }
    }
}
