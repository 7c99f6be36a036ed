package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.testing.Seeded;

/** The cursors of many groups, in as few bytes as they take, beside plain numbers. */
class CursorStatesTest {
    private static final int GROUPS = 10_000;
    private static final GroupKey KEY = new GroupKey(Bytes.copyOf(new byte[GroupKey.LENGTH]));

    /** What a cursor knew when it had room for everything. */
    private static final class Plain {
        private long seen;
        private long next;
        private int misses;
        private long drift;
    }

    private static GroupCursor cursor(CursorStates states, int number, long count) {
        return new GroupCursor(number, new SealedGroup(number, 0, count, Optional.of(KEY)), states, false);
    }

    private static void step(Random random, GroupCursor cursor, Plain plain, long count) {
        switch (random.nextInt(4)) {
            case 0 -> {
                boolean wide = CursorStates.isWide(count);
                assertThat(cursor.arrive()).isEqualTo(wide ? plain.seen : plain.seen % 256);
                plain.seen++;
            }
            case 1 -> {
                long index = (long) (random.nextDouble() * count);
                cursor.found(index);
                plain.misses = 0;
                plain.next = Math.max(plain.next, index + 1);
            }
            case 2 -> {
                long following = random.nextBoolean() ? -1 : (long) (random.nextDouble() * count) + 1;
                cursor.missed(following);
                plain.misses++;
                plain.next = Math.max(plain.next, following);
            }
            default -> {
                long before = random.nextInt(600);
                cursor.steer(before);
                plain.drift = plain.next - before - 1;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 254, 255, 256, 50_000_000, Integer.MAX_VALUE - 1})
    void cursors_anySteps_knowWhatPlainNumbersSay(long count) {
        Random random = Seeded.random("CursorStatesTest." + count);
        CursorStates states = new CursorStates(GROUPS);
        Plain[] plain = new Plain[GROUPS];
        for (int step = 0; step < 60_000; step++) {
            int number = random.nextInt(20) * 499;
            GroupCursor cursor = cursor(states, number, count);
            if (plain[number] == null) {
                plain[number] = new Plain();
                plain[number].seen++;
                cursor.arrive();
            }
            step(random, cursor, plain[number], count);
            assertThat(cursor.next()).isEqualTo(plain[number].next);
            assertThat(states.misses(number, CursorStates.isWide(count))).isEqualTo(plain[number].misses);
            assertThat(cursor.guess(1_000)).isEqualTo(plain[number].misses > 16 ? -1 : 1_000 + plain[number].drift);
        }
    }

    @Test
    void seen_smallGroupThatCannotBeOpened_isTheExactNumber() {
        CursorStates states = new CursorStates(1);
        GroupCursor closed = new GroupCursor(0, new SealedGroup(0, 0, 2, Optional.empty()), states, false);
        for (int row = 0; row < 70_000; row++) {
            assertThat(closed.arrive()).isEqualTo(row);
        }
        assertThat(closed.seen()).isEqualTo(70_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 5_000})
    void missed_moreOftenThanThereIsRoom_goesOnLookingFarNowAndThen(long count) {
        CursorStates states = new CursorStates(1);
        GroupCursor cursor = cursor(states, 0, count);
        cursor.arrive();
        for (int misses = 0; misses < 40_000; misses++) {
            int expected = misses <= 16 ? 8 : misses % 64 != 0 ? 0 : misses % 4_096 == 0 ? 65_536 : 256;
            assertThat(cursor.lookAhead(8)).as("after %s misses", misses).isEqualTo(expected);
            cursor.missed(-1);
        }
    }

    @Test
    void steer_furtherThanThereIsRoom_guessesLess() {
        CursorStates states = new CursorStates(1);
        GroupCursor cursor = cursor(states, 0, 200);
        cursor.arrive();
        cursor.steer(1_000_000);
        assertThat(cursor.guess(2_000_000)).isEqualTo(2_000_000 - 1_023);
        assertThat(cursor.next()).isZero();
        cursor.found(199);
        assertThat(cursor.next()).isEqualTo(200);
    }

    @Test
    void isSet_anyRange_isWhetherEveryBitIsSet() {
        Random random = Seeded.random("CursorStatesTest.isSet");
        RecordBits bits = new RecordBits(400);
        for (int record = 0; record < 400; record++) {
            if (random.nextInt(60) > 0) {
                bits.set(record);
            }
        }
        for (int from = 0; from < 400; from++) {
            boolean all = true;
            for (int to = from; to <= 400; to++) {
                assertThat(bits.isSet(from, to)).as("%s to %s", from, to).isEqualTo(all);
                all &= to < 400 && bits.get(to);
            }
        }
    }
}
