package org.trialseal.app.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.trialseal.app.ui.file.FileChoice;

/**
 * Opens the desktop, uses it as {@link BenchmarkStory} says, and writes what the interface
 * thread and the process made of it as JSON. It enters through the launcher as an agent, so that everything the launcher
 * chooses holds: {@code -javaagent:benchmark.jar=FOLDER}, with {@code lb.csv} and {@code later/lb.csv} in that folder.
 */
public final class DesktopBenchmark extends DesktopApplication {
    private static final Set<String> BEFORE = new TreeSet<>();
    private final Answers answers = new Answers();

    /** Does it all; the program itself then does not begin. */
    public static void premain(String folder) throws Exception {
        Thread.getAllStackTraces().keySet().forEach(thread -> BEFORE.add(thread.getName()));
        System.setProperty("trialseal.benchmark", folder);
        Application.launch(DesktopBenchmark.class);
        List<String> left = left(thread -> !thread.isDaemon() || thread.getName().startsWith("trialseal-"));
        List<String> daemons = left(thread -> thread.isDaemon());
        Path parts = Path.of(folder).resolve("parts");
        Path result = Path.of(folder).resolve("result.json");
        Files.writeString(
                result,
                "{\n" + (Files.exists(parts) ? Files.readString(parts) : "")
                        + "  \"threads_left\": [" + String.join(", ", left) + "],\n"
                        + "  \"daemons_left\": [" + String.join(", ", daemons) + "]\n}\n");
        Runtime.getRuntime().exit(Files.exists(parts) && left.isEmpty() ? 0 : 1);
    }

    @Override
    FileChoice files(Stage stage) {
        return answers;
    }

    @Override
    void opening(Desktop opened) {
        // Measuring begins when the first layout has been made.
        Runnable[] drawn = new Runnable[1];
        drawn[0] = () -> {
            opened.scene().removePostLayoutPulseListener(drawn[0]);
            new Thread(() -> tell(opened), "benchmark-story").start();
        };
        opened.scene().addPostLayoutPulseListener(drawn[0]);
    }

    private void tell(Desktop desktop) {
        Path folder = Path.of(System.getProperty("trialseal.benchmark"));
        try {
            BenchmarkStory story = new BenchmarkStory(desktop, answers, folder);
            try {
                story.tell();
            } finally {
                Files.writeString(folder.resolve("parts"), story.json(), StandardCharsets.UTF_8);
            }
        } catch (Exception | LinkageError e) {
            System.err.println("the benchmark failed");
            e.printStackTrace();
            deleteParts(folder);
            Platform.runLater(() -> picture(desktop, folder.resolve("failed.png")));
        }
        Platform.runLater(() -> desktop.scene().getWindow().hide());
    }

    private static void deleteParts(Path folder) {
        try {
            Files.move(folder.resolve("parts"), folder.resolve("parts-failed"));
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static void picture(Desktop desktop, Path file) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(desktop.scene().snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** Names of threads that live on when the window is closed, quoted; their end may take a moment. */
    private static List<String> left(Predicate<Thread> counted) throws InterruptedException {
        List<String> left = List.of();
        for (int tries = 0; tries == 0 || tries < 40 && !left.isEmpty(); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.isAlive() && !BEFORE.contains(thread.getName()))
                    .filter(counted)
                    .map(thread -> '"' + thread.getName() + '"')
                    .sorted()
                    .toList();
        }
        return left;
    }

    /** The person's answers to file dialogs. */
    static final class Answers implements FileChoice {
        private final Deque<Path> next = new ArrayDeque<>();

        synchronized void next(Path file) {
            next.add(file);
        }

        private synchronized Optional<Path> answer() {
            return Optional.ofNullable(next.poll());
        }

        @Override
        public Optional<Path> open(String title, List<String> patterns) {
            return answer();
        }

        @Override
        public List<Path> openSeveral(String title) {
            return answer().stream().toList();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return answer();
        }

        @Override
        public Optional<Path> folder(String title) {
            return answer();
        }
    }
}
