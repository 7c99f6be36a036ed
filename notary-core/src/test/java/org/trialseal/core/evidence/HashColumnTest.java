package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.testing.Seeded;

class HashColumnTest {
    /** Few different bytes, so that many values begin alike. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10_000})
    void sorted_anyValues_givesTheOrderOfUnsignedBytes(int size) {
        Random random = Seeded.random("HashColumnTest." + size);
        HashColumn column = new HashColumn();
        byte[][] values = new byte[size][HashColumn.LENGTH];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < HashColumn.LENGTH; j++) {
                values[i][j] = (byte) (random.nextInt(3) * 0x7f);
            }
            column.set(i, values[i]);
        }
        byte[][] expected = values.clone();
        Arrays.sort(expected, Arrays::compareUnsigned);
        assertThat(IntStream.of(column.sorted(size)).mapToObj(column::get).toArray(byte[][]::new))
                .isEqualTo(expected);
    }
}
