package org.trialseal.importers.datasetjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.testing.MemoryFile;

/** Damaged files are read or refused with a typed error, and nothing else. */
final class DatasetJsonMutationTest {
    private static final long SEED = 11;
    private static final int ROUNDS = 20_000;
    private static final byte[] TELLING = "[]{}\",:\\u0-.e+ \n\t1nf\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void plan_damagedFile_isReadOrRefused() {
        String rows = "[\"a\\u00e9\\ud83d\\ude00\",-1.5e+3],\n[\"\u00e9\",null],[\"],[\\\"\",true]";
        List<byte[]> files = List.of(
                Datasets.json(3, rows).bytes(),
                Datasets.lines(3, rows.replace("],[\"]", "]\n[\"]").replace("],\n", "]\n"))
                        .bytes());
        Random random = new Random(SEED);
        int[] outcomes = new int[2];
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(files.get(round % files.size()), random);
            try {
                Datasets.plan(MemoryFile.of("m.json", damaged));
                outcomes[0]++;
            } catch (MalformedException e) {
                assertThat(e.reason()).isNotBlank();
                outcomes[1]++;
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(
                        "seed " + SEED + ", round " + round + ": " + new String(damaged, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(outcomes[0]).as("seed %d", SEED).isGreaterThan(ROUNDS / 50);
        assertThat(outcomes[1]).as("seed %d", SEED).isGreaterThan(ROUNDS / 50);
    }

    private static byte[] damage(byte[] file, Random random) {
        int way = random.nextInt(5);
        if (way == 0) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        byte[] damaged = file.clone();
        for (int i = 0; i < way; i++) {
            int from = random.nextInt(3) == 0 ? 0 : file.length - 120;
            int at = from + random.nextInt(damaged.length - from);
            damaged[at] = random.nextBoolean() ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt(256);
        }
        return damaged;
    }
}
