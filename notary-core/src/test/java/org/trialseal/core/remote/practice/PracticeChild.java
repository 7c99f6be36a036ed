package org.trialseal.core.remote.practice;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;

/** A process that stamps on the practice network, says so, and never ends by itself. */
final class PracticeChild {
    private PracticeChild() {}

    /** Prints one line with the proof, in hexadecimal, for each stamping; mines now and then. */
    public static void main(String[] arguments) throws Exception {
        try (PracticeNetwork network = PracticeNetwork.open(Path.of(arguments[0]), Clock.systemUTC())) {
            Stamper stamper = new Stamper(
                    network.calendars(), PracticeNetwork.allowList(), StampPolicy.standard(), new SecureRandom());
            for (int i = 0; i < 10_000; i++) {
                StampResult result = stamper.stamp(List.of(Sha256.of(new byte[] {(byte) i})));
                DetachedTimestamp proof =
                        DetachedTimestamp.ofSha256(result.timestamps().get(0));
                System.out.println(Bytes.copyOf(proof.toBytes()).hex());
                if (i % 2 == 1) {
                    network.mine(1);
                }
            }
        }
    }
}
