package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, killed at random moments while it seals, anchors, upgrades and proves: what it acknowledged is there, nothing
 * half is visible, and the next run succeeds and leaves nothing behind. {@code -Dtrialseal.seed} sets another seed.
 */
class KilledTest {
    private static final int KILLS = Integer.getInteger("trialseal.kills", 40);
    private static final long SEED = Long.getLong("trialseal.seed", 20_260_314);
    private static final int LONGEST_LEDGER = 4;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private long longest = 2_000;
    private int kills;
    private int interrupted;

    @Test
    void kill_atAnyMoment_losesNothingAcknowledgedAndLeavesNothingHalf() throws Exception {
        System.out.println("KilledTest: seed " + SEED);
        for (int ledger = 0; kills < KILLS; ledger++) {
            Path place = Files.createDirectory(folder.resolve("ledger-" + ledger));
            Files.writeString(place.resolve("dm.csv"), rows());
            Files.writeString(place.resolve("protocol.txt"), "a protocol");
            for (int seal = 1; seal <= LONGEST_LEDGER && kills < KILLS; seal++) {
                sealed(place, seal);
                anchored(place, seal);
                proven(place, seal);
            }
        }
        System.out.println("KilledTest: " + kills + " kills, of which " + interrupted + " met work in progress");
        assertThat(interrupted).as("kills that met work in progress").isGreaterThanOrEqualTo(KILLS / 40);
    }

    private String rows() {
        StringBuilder rows = new StringBuilder("USUBJID,SEX,AGE\n");
        for (int row = 0; row < 20_000; row++) {
            rows.append("S-")
                    .append(row % 500)
                    .append(",F,")
                    .append(random.nextInt(90))
                    .append('\n');
        }
        return rows.toString();
    }

    /** Starts the command and kills it some time later; returns whether it had ended well before. */
    private boolean killed(Program program, String... words) throws Exception {
        long begun = System.nanoTime();
        Process process = program.start(words);
        boolean ended = process.waitFor((long) (longest * (0.2 + random.nextDouble())), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        kills++;
        if (ended) {
            longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertThat(process.exitValue()).as(program.processSaid()).isIn(0, ExitCode.INDETERMINATE);
        } else {
            longest = Math.max(longest, 500) * 21 / 20;
        }
        return ended;
    }

    private void sealed(Path place, int seal) throws Exception {
        Program program = new Program(place);
        List<String> words = new ArrayList<>(List.of(
                "seal", "--out", "@" + seal, "--study", "S", "--network", "practice", "--retain", "--passphrase-file"));
        words.addAll(List.of("@passphrase", "@dm.csv", "@protocol.txt"));
        if (seal > 1) {
            words.addAll(1, List.of("--previous", "@" + (seal - 1)));
        }
        String[] command = words.toArray(String[]::new);
        boolean acknowledged = killed(program, command);
        boolean there = Files.exists(place.resolve("" + seal));
        boolean left = names(place).anyMatch(name -> name.contains(".partial-") && !name.endsWith(".lock"));
        assertThat(there || !acknowledged).as(program.processSaid()).isTrue();
        if (!there) {
            interrupted += left ? 1 : 0;
            assertThat(program.run(command)).as(program.said()).isZero();
            assertThat(program.said().contains("removed what an interrupted seal had left"))
                    .isEqualTo(left);
            assertThat(names(place)).noneMatch(name -> name.startsWith("."));
        }
        try (Stream<Path> stores = Files.list(place.resolve("home/studies"))) {
            assertThat(stores.filter(path -> !path.getFileName().toString().contains(".for-")))
                    .hasSize(1);
        }
        requireProven(program, seal, "whole.trialseal", ExitCode.INDETERMINATE, 0);
    }

    private void anchored(Path place, int seal) throws Exception {
        Program program = new Program(place);
        if (!killed(program, "anchor", "@" + seal)) {
            interrupted += names(place.resolve(seal + "/anchors")).anyMatch(name -> name.endsWith(".new")) ? 1 : 0;
        }
        for (int attempt = 0; !namesBlock(program, seal); attempt++) {
            assertThat(attempt).as(program.said()).isLessThan(20);
        }
        assertThat(names(place.resolve(seal + "/anchors"))).noneMatch(name -> name.startsWith("."));
        requireProven(program, seal, "whole.trialseal", 0);
    }

    /** Anchors once more: after a kill between sealing and stamping that only stamps, which succeeds and is pending. */
    private static boolean namesBlock(Program program, int seal) {
        return program.run("anchor", "@" + seal) == 0 && program.said().contains("names a block");
    }

    private void proven(Path place, int seal) throws Exception {
        Program program = new Program(place);
        boolean acknowledged =
                killed(program, "prove", "@" + seal, "--out", "@p", "--all", "--passphrase-file", "@passphrase");
        boolean there = Files.exists(place.resolve("p"));
        assertThat(there || !acknowledged).as(program.processSaid()).isTrue();
        if (there) {
            assertThat(program.run("verify", "@p", "--practice"))
                    .as(program.said())
                    .isZero();
        }
        interrupted += names(place).anyMatch(name -> name.startsWith(".trialseal-proof")) ? 1 : 0;
        requireProven(program, seal, "p", 0);
        assertThat(names(place)).noneMatch(name -> name.startsWith(".trialseal-proof"));
        Files.delete(place.resolve("p"));
    }

    private static void requireProven(Program program, int seal, String out, Integer... verdicts) {
        int proven = program.run("prove", "@" + seal, "--out", "@" + out, "--all", "--passphrase-file", "@passphrase");
        assertThat(proven).as(program.said()).isZero();
        assertThat(program.run("verify", "@" + out, "--practice"))
                .as(program.said())
                .isIn((Object[]) verdicts);
        assertThat(program.said()).doesNotContain("failed").doesNotContain("altered");
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
