package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.DetachedTimestamp;

/** Seals whose calendars die, and what the user is told. */
@Timeout(120)
class CalendarCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String said = "";

    private void configure(String... calendars) throws IOException {
        Files.write(
                folder.resolve("config"),
                List.of(
                        "folder.data = " + folder.resolve("home").toString().replace('\\', '/'),
                        "calendars = one=" + String.join(" two=", calendars),
                        "calendars.allowed = " + String.join(" ", calendars),
                        "calendars.quorum = 1"));
    }

    private int run(Duration later, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words[0], "--config", at("config")));
        for (String word : List.of(words).subList(1, words.length)) {
            arguments.add(word.startsWith("@") ? at(word.substring(1)) : word);
        }
        StringWriter text = new StringWriter();
        TrialSealCommand.Surroundings surroundings =
                new TrialSealCommand.Surroundings(Checkpoints::shipped, Clock.offset(Clock.systemUTC(), later));
        int exitCode = TrialSealCommand.run(surroundings, new PrintWriter(text), arguments.toArray(String[]::new));
        said = text.toString();
        return exitCode;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void seal() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(folder.resolve("plan.txt"), "the protocol\n");
        assertThat(run(
                        Duration.ZERO,
                        "seal",
                        "--out",
                        "@seal",
                        "--study",
                        "S",
                        "--passphrase-file",
                        "@passphrase",
                        "@plan.txt"))
                .as(said)
                .isZero();
    }

    private List<Attested> attestations() throws Exception {
        byte[] proof = Files.readAllBytes(folder.resolve("seal/anchors/seal.json.ots"));
        return DetachedTimestamp.read("proof", proof).timestamp().attestations();
    }

    @Test
    void pending_forSevenDays_isLoud() throws Exception {
        try (SmallNetwork calendar = new SmallNetwork(SmallChain.mined(8))) {
            configure(calendar.endpoint());
            seal();
            assertThat(run(Duration.ofDays(7).minusMinutes(1), "status", "@seal"))
                    .isZero();
            assertThat(said).contains("Anchor: pending").doesNotContain("seven days");
            for (Duration later : List.of(Duration.ofDays(7), Duration.ofDays(3650))) {
                assertThat(run(later, "status", "@seal")).isZero();
                assertThat(said).contains("pending for more than seven days").contains("anchor --again");
                assertThat(run(later, "anchor", "@seal")).isEqualTo(ExitCode.INDETERMINATE);
                assertThat(said).contains("pending for more than seven days");
            }
        }
    }

    @Test
    void stampAgain_calendarGone_keepsWhatWasThereAndAddsTheOther() throws Exception {
        List<Attested> before;
        try (SmallNetwork first = new SmallNetwork(SmallChain.mined(8))) {
            configure(first.endpoint());
            seal();
            before = attestations();
        }
        assertThat(run(Duration.ZERO, "anchor", "@seal")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(attestations()).isEqualTo(before);
        try (SmallNetwork second = new SmallNetwork(SmallChain.mined(8))) {
            configure(second.endpoint());
            assertThat(run(Duration.ZERO, "anchor", "--again", "@seal"))
                    .as(said)
                    .isZero();
            assertThat(attestations()).hasSize(2).containsAll(before);
        }
    }
}
