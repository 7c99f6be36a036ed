package org.trialseal.core.bitcoin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.Shared;

/** The shared Bitcoin vectors. */
final class BitcoinVectors {
    static final int RUN_START = 822528;
    static final int RUN_END = 830593;

    private BitcoinVectors() {}

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(Shared.require("vectors/bitcoin/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<MatchResult> matches(String name, String pattern) {
        return Pattern.compile(pattern).matcher(text(name)).results().collect(Collectors.toList());
    }

    /** Real headers across four retargets: [RUN_START, RUN_END). */
    static HeaderRun mainRun() throws MalformedException {
        return HeaderRun.parse(RUN_START, bytes("mainnet-headers-822528-830592.bin"), "main run");
    }

    /** The shipped checkpoints as they stood when the block at {@code newest} was the last one listed. */
    static Checkpoints shippedUpTo(long newest) {
        return Checkpoints.of(
                ChainParameters.main(),
                Checkpoints.shipped().list().stream()
                        .filter(checkpoint -> checkpoint.height() <= newest)
                        .collect(Collectors.toList()));
    }
}
