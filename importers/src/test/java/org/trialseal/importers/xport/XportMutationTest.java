package org.trialseal.importers.xport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.xport.TransportWriter.Var;

/** Damaged files are read or refused with a typed error, and nothing else. */
final class XportMutationTest {
    private static final long SEED = 140;
    private static final int ROUNDS = 6_000;

    @Test
    void plan_damagedFile_isReadOrRefused() {
        Random random = new Random(SEED);
        List<byte[]> files = files();
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(files.get(round % files.size()), random);
            try {
                Transport.plan(MemoryFile.of("m.xpt", damaged));
                read++;
            } catch (MalformedException e) {
                assertThat(e.reason()).isNotBlank();
                refused++;
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + SEED + ", round " + round, e);
            }
        }
        assertThat(read).as("seed %d", SEED).isGreaterThan(ROUNDS / 20);
        assertThat(refused).as("seed %d", SEED).isGreaterThan(ROUNDS / 20);
    }

    private static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        for (TransportWriter writer : List.of(TransportWriter.v5(), TransportWriter.vms(), TransportWriter.v8())) {
            for (String name : List.of("A", "B")) {
                writer.dataset(name, "              3", List.of(new Var("USUBJID", 9), new Var("ASEQ", -8)));
                for (int i = 0; i < 3; i++) {
                    writer.row("s" + i, TransportWriter.number(i, 8));
                }
                writer.end();
            }
            files.add(writer.bytes());
        }
        return files;
    }

    private static byte[] damage(byte[] file, Random random) {
        int way = random.nextInt(4);
        if (way == 0) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        if (way == 1) {
            return Arrays.copyOf(file, file.length + 1 + random.nextInt(200));
        }
        byte[] damaged = file.clone();
        int times = way == 2 ? 1 : 1 + random.nextInt(8);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length);
            damaged[at] = (byte) (way == 2 ? damaged[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return damaged;
    }
}
