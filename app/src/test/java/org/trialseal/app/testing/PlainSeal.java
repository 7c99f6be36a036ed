package org.trialseal.app.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.NullUnmarked;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.importers.Formats;

/**
 * The first seal of a study, on the practice network, of files of which no copy is kept.
 *
 * @param out where the evidence folder is made
 * @param study its identifier
 * @param wishes how the files are read
 * @param words the passphrase
 */
@NullUnmarked
public record PlainSeal(Path out, String study, Inputs.Wishes wishes, String words) {

    /** Seals, and says where. */
    public Path of(Configuration configuration, List<Path> files) throws Exception {
        SealOrder order = new SealOrder(
                out,
                Optional.of(Network.PRACTICE),
                Study.of(study),
                "lock",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                false,
                false,
                new Inputs(Formats.installed(), wishes).all(files));
        try (Passphrase passphrase = Passphrase.of(words.getBytes(StandardCharsets.UTF_8))) {
            new StudySealing(configuration, new SecureRandom(), Clock.systemUTC(), mayAsk -> Optional.empty())
                    .seal(order, passphrase, SealProgress.silent());
        }
        return out;
    }
}
