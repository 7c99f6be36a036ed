package org.trialseal.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Sha256;

class SampleTrialTest {
    /** As sha256sum prints it. */
    private static final String PINNED = """
            a57496e39d7e8039205f1dcf60c139c862b2816fb01e542ab5400bb86e396c2f  ae.csv
            7b71ba84779cdd46e194bc386f96c06d9584efc593b5496cdffe24c0c49dee51  consent.csv
            76a11cb9188e22a4b9942abd39e4286b3b2481dde738c6afa262f4ed9839ac77  dm.csv
            06a5fdc3544bb0c34689ec6814c49e094e91b5ffe60ccf5e294df97719500978  ds.csv
            3554d3b76dcd891787236f6414c0dc5959358ccb0c3230837dec7c6a0d77c1f2  ex.csv
            97fe1622b40e6b5cf7634a26a8bcc9161feb5f4aca127b5c856d21fd003fc202  lb.csv
            2880985453f7758e3f22d83ffe9cd40cceacf201544412c0ab74bd763c0af55a  protocol.pdf
            d977a47adcd8b03d4792c5c9814be9625eecc2beb4f04c2dad39abc617643625  vs.csv
            """;

    @TempDir
    Path temp;

    @Test
    void writeTo_emptyFolder_pinnedBytes() throws IOException {
        SampleTrial.writeTo(temp);

        assertThat(digests(temp)).isEqualTo(PINNED);
    }

    @Test
    void writeTo_turkishLocaleAndFarTimeZone_sameBytes() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            SampleTrial.writeTo(temp);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(digests(temp)).isEqualTo(PINNED);
    }

    @Test
    void files_afterWriting_nameExactlyWhatIsThere() throws IOException {
        SampleTrial.writeTo(temp);

        assertThat(SampleTrial.files().stream().map(file -> temp.resolve(file.name())))
                .containsExactlyInAnyOrderElementsOf(filesIn(temp));
    }

    @Test
    void writeTo_fileAlreadyThere_refusesAndKeepsIt() throws IOException {
        Path mine = Files.writeString(temp.resolve("dm.csv"), "mine");

        assertThatThrownBy(() -> SampleTrial.writeTo(temp))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("dm.csv");
        assertThat(mine).hasContent("mine");
    }

    private static String digests(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : filesIn(folder)) {
            lines.append(Sha256.of(Files.readAllBytes(file)).hex()).append("  ");
            lines.append(file.getFileName()).append('\n');
        }
        return lines.toString();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
