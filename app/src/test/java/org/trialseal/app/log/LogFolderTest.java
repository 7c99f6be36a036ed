package org.trialseal.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogFolderTest {
    private static final String HOME = Path.of("home", "ana").toAbsolutePath().toString();
    private static final String ELSEWHERE =
            Path.of("elsewhere").toAbsolutePath().toString();

    @Test
    void linux_withoutVariables_isTheStateFolderInHome() {
        assertThat(LogFolder.of("Linux", HOME, Map.of())).isEqualTo(Path.of(HOME, ".local", "state", "trialseal"));
    }

    @Test
    void linux_withStateHome_isInside() {
        assertThat(LogFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "trialseal"));
    }

    @Test
    void linux_withRelativeStateHome_ignoresIt() {
        assertThat(LogFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", "state")))
                .isEqualTo(Path.of(HOME, ".local", "state", "trialseal"));
    }

    @Test
    void windows_withLocalAppData_isInside() {
        assertThat(LogFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", ELSEWHERE)))
                .isEqualTo(Path.of(ELSEWHERE, "TrialSeal", "Logs"));
    }

    @Test
    void mac_always_isInLibrary() {
        assertThat(LogFolder.of("Mac OS X", HOME, Map.of("XDG_STATE_HOME", ELSEWHERE)))
                .isEqualTo(Path.of(HOME, "Library", "Logs", "TrialSeal"));
    }
}
