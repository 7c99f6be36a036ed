package org.trialseal.app.ui.testing;

import java.nio.file.Path;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.study.PracticeSample;
import org.trialseal.app.work.study.SampleStudy;

/** Makes the sample trial in a profile. */
public final class Samples {
    private Samples() {}

    /** The sample trial, sealed and proven on the practice network. */
    public static SampleStudy in(Path home) throws Exception {
        Surroundings around = Profiles.clean(home);
        return new PracticeSample(
                        Configuration.standard(around.places()), around.formats(), around.random(), around.clock())
                .make(steps -> {});
    }
}
