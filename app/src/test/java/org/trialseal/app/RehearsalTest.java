package org.trialseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the rehearsal reaches gets into the launcher's class archive. */
class RehearsalTest {
    @Test
    void run_inAnEmptyFolder_takesEveryCommandToItsEnd(@TempDir Path folder) throws IOException {
        assertThat(Rehearsal.run(folder))
                .as("seal, prove, verify of a practice seal, compare with a changed file")
                .containsExactly(0, 0, 2, 1);
    }
}
