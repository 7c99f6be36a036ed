package org.trialseal.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

final class FileLogTest {
    @TempDir
    Path folder;

    @Test
    void log_ownClass_writesTypeAndFramesWithoutTheMessage() throws IOException {
        IllegalStateException failure =
                new IllegalStateException("S-014", new IOException("WEIGHT=81", new IOException("ALT=41")));

        String written = logged("org.trialseal.app.cli.Seal", failure);

        assertThat(written)
                .contains("ERROR org.trialseal.app.cli.Seal: sealing stopped")
                .contains("java.lang.IllegalStateException", "java.io.IOException", "FileLogTest.log_ownClass")
                .doesNotContain("S-014", "WEIGHT", "ALT");
    }

    @Test
    void log_libraryClass_writesNothing() throws IOException {
        assertThat(logged("org.example.Library", new IOException("ALT 41"))).isEmpty();
    }

    @Test
    void log_folderCannotBeMade_saysNothingOnTheConsole() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            log(file.resolve("inside"), "org.trialseal.app.cli.Seal", new IOException());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void serviceLoader_always_findsTheConfigurator() {
        assertThat(ServiceLoader.load(ch.qos.logback.classic.spi.Configurator.class))
                .anyMatch(FileLog.class::isInstance);
    }

    private String logged(String name, Exception failure) throws IOException {
        log(folder, name, failure);
        return Files.readString(folder.resolve("trialseal.log"));
    }

    private static void log(Path folder, String name, Exception failure) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        new FileLog(folder).configure(context);
        Logger logger = context.getLogger(name);
        logger.error("sealing stopped", failure);
        context.stop();
    }
}
