package org.trialseal.app.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.study.KeptStudies;
import org.trialseal.app.work.study.SampleStudy;

final class DispatchTest {
    @TempDir
    private Path folder;

    private final Dispatch dispatch = new Dispatch(files -> Optional.empty());

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] archive(String firstEntry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(firstEntry));
        }
        return bytes.toByteArray();
    }

    @Test
    void route_aPackageWhateverItsName_verifies() throws IOException {
        Path file = file("renamed.zip", archive("bagit.txt"));
        assertThat(dispatch.route(List.of(file))).contains(new Route.Verify(Optional.of(file)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void route_aPipe_isNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThat(dispatch.route(List.of(pipe))).contains(new Route.Seal(List.of(pipe)));
    }

    @Test
    void route_aTimestamp_verifies() throws IOException {
        Path file = file("x", "\0OpenTimestamps\0\0Proof".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dispatch.route(List.of(file))).contains(new Route.Verify(Optional.of(file)));
    }

    @Test
    void route_aWorkbook_isDataAlthoughItIsAnArchive() throws IOException {
        Path file = file("lb.trialseal", archive("[Content_Types].xml"));
        assertThat(dispatch.route(List.of(file))).contains(new Route.Seal(List.of(file)));
    }

    @Test
    void route_anEmptyFile_isData() throws IOException {
        Path file = file("empty", new byte[0]);
        assertThat(dispatch.route(List.of(file))).contains(new Route.Seal(List.of(file)));
    }

    @Test
    void route_aFolder_isItsFiles() throws IOException {
        Path one = file("a.csv", new byte[] {'a'});
        Path two = file("b.csv", new byte[] {'b'});
        assertThat(dispatch.route(List.of(folder))).contains(new Route.Seal(List.of(one, two)));
    }

    @Test
    void route_aLaterCopyOfSealedData_compares() throws IOException {
        Path file = file("dm.csv", new byte[] {'a'});
        Dispatch knowing = new Dispatch(files -> Optional.of(Path.of("seal-2")));
        assertThat(knowing.route(List.of(file)))
                .contains(new Route.Compare(Optional.of(Path.of("seal-2")), List.of(file)));
    }

    @Test
    void route_dataTogetherWithTheirPackage_comparesWithIt() throws IOException {
        Path sealed = file("lb.trialseal", archive("bagit.txt"));
        Path later = file("lb.csv", new byte[] {'a'});
        assertThat(dispatch.route(List.of(later, sealed)))
                .contains(new Route.Compare(Optional.of(sealed), List.of(later)));
    }

    @Test
    void route_twoPackages_areNeitherSealedNorGuessedAt() throws IOException {
        Path one = file("one.trialseal", archive("bagit.txt"));
        Path two = file("two.trialseal", archive("bagit.txt"));
        Path later = file("lb.csv", new byte[] {'a'});
        assertThat(dispatch.route(List.of(one, two))).isEmpty();
        assertThat(dispatch.route(List.of(one, two, later))).isEmpty();
    }

    @Test
    void route_aTimestampTogetherWithItsFile_verifies() throws IOException {
        Path proof = file("lb.csv.ots", "\0OpenTimestamps\0\0Proof".getBytes(StandardCharsets.ISO_8859_1));
        Path about = file("lb.csv", new byte[] {'a'});
        assertThat(dispatch.route(List.of(about, proof))).contains(new Route.Verify(Optional.of(proof)));
    }

    @Test
    void route_withTheSealsOfThisComputer_tellsALaterCopyFromOtherData() throws Exception {
        SampleStudy sample = Samples.in(folder.resolve("home"));
        Configuration configuration = Configuration.standard(Profiles.places(folder.resolve("home")));
        SealRegister register = new SealRegister(configuration.data());
        KeptStudies studies = new KeptStudies(register, new LocalPolicy(configuration), Clock.systemUTC());
        Dispatch knowing = new Dispatch(studies::sealOf);
        Path later = sample.later().resolve("lb.csv");
        assertThat(knowing.route(List.of(later)))
                .contains(new Route.Compare(Optional.of(sample.lockSeal()), List.of(later)));
        Path other = file("other.csv", new byte[] {'a'});
        assertThat(knowing.route(List.of(other))).contains(new Route.Seal(List.of(other)));
        assertThat(knowing.route(List.of(later, other))).contains(new Route.Seal(List.of(later, other)));
        SampleStudy twin = Samples.in(folder.resolve("twin"));
        register.remember(twin.lockSeal());
        assertThat(knowing.route(List.of(later))).contains(new Route.Seal(List.of(later)));
    }

    @Test
    void route_nothing_leadsNowhere() throws IOException {
        assertThat(dispatch.route(List.of())).isEmpty();
    }

    @Test
    void route_aFileThatIsGone_namesIt() {
        assertThatThrownBy(() -> dispatch.route(List.of(folder.resolve("gone"))))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("gone");
    }
}
