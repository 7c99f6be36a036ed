package org.trialseal.core.verify;

import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.trialseal.core.verify.PackageMutants.Mutant;

/** A program of its own, for a small heap: verifies so many mutants of packages and ends with 0 when none was taken in. */
final class MutationRun {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int TRIES = 3;

    private final Verifier verifier = Packages.practice();
    private final PackageMutants mutants;

    private MutationRun(long seed) {
        mutants = new PackageMutants(seed);
    }

    /** Takes the seed, the first number and the number after the last one. */
    public static void main(String[] arguments) {
        MutationRun run = new MutationRun(Long.parseLong(arguments[0]));
        for (byte[] honest : run.mutants.archives()) {
            require(Outcome.of(honest, run.verifier) == Outcome.PASSED, "an honest package did not pass");
        }
        LongStream.range(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]))
                .parallel()
                .forEach(run::check);
        System.out.println("none was taken in");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private void check(long number) {
        Mutant mutant = mutants.mutant(number);
        try {
            long begun = System.nanoTime();
            Outcome outcome = Outcome.of(mutant.archive(), verifier);
            boolean quick = System.nanoTime() - begun <= MOST_NANOS;
            require(mutant.mayPass() || outcome != Outcome.PASSED, "passed");
            require(quick || isQuick(mutant), "takes more than two seconds");
        } catch (RuntimeException | Error e) {
            String archive = HexFormat.of().formatHex(mutant.archive());
            throw new AssertionError(mutant.what() + ": " + e + "\n" + archive, e);
        }
    }

    /** The best of some tries counts, so that a busy computer is no slow verifier. */
    private boolean isQuick(Mutant mutant) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long begun = System.nanoTime();
            Outcome.of(mutant.archive(), verifier);
            if (System.nanoTime() - begun <= MOST_NANOS) {
                return true;
            }
        }
        return false;
    }
}
