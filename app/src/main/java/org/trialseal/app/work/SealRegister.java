package org.trialseal.app.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Statement;

/**
 * Where the evidence folders of this computer lie: a file of one path a line in the data folder, the newest last. It is a
 * convenience only; the folders themselves are the record.
 */
public final class SealRegister {
    private static final String FILE = "seals.txt";
    private static final int MOST = 2_000;

    private final Path file;

    /** @param data the data folder */
    public SealRegister(Path data) {
        file = data.resolve(FILE);
    }

    /**
     * An evidence folder that is where it was.
     *
     * @param statement its statement
     */
    public record Known(Path folder, Statement statement) {}

    /** Adds an evidence folder. */
    public synchronized void remember(Path folder) throws IOException {
        Set<Path> paths = new LinkedHashSet<>(paths());
        Path absolute = folder.toAbsolutePath().normalize();
        paths.remove(absolute);
        paths.add(absolute);
        List<String> lines = paths.stream().map(Path::toString).toList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(FILE + ".new");
        Files.write(partial, lines.subList(Math.max(0, lines.size() - MOST), lines.size()), StandardCharsets.UTF_8);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds an evidence folder, or all that lie in a folder: so the register can be made anew. Says how many. */
    public int rememberAll(Path place) throws IOException {
        if (EvidenceFolder.isOne(place)) {
            remember(place);
            return 1;
        }
        List<Path> found;
        try (Stream<Path> inside = Files.list(place)) {
            found = inside.filter(EvidenceFolder::isOne).sorted().toList();
        }
        for (Path folder : found) {
            remember(folder);
        }
        return found.size();
    }

    /** Every folder that was added, the newest last, whether it is still there or not. */
    public synchronized List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                path(line).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private static Optional<Path> path(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(Path.of(line));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The folders that are still there and can be read, the newest first. */
    public synchronized List<Known> all() throws IOException {
        List<Known> known = new ArrayList<>();
        for (Path path : paths()) {
            open(path).ifPresent(folder -> known.add(0, folder));
        }
        return known;
    }

    /** Of each ledger the seal with the highest number, the newest first: what the next seal can follow. */
    public List<Known> newest() throws IOException {
        List<Known> all = all();
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> isLater(other.statement(), one.statement())))
                .toList();
    }

    private static boolean isLater(Statement one, Statement other) {
        return one.ledger().equals(other.ledger())
                && one.place().seal() > other.place().seal();
    }

    private static Optional<Known> open(Path path) {
        try {
            return EvidenceFolder.isOne(path)
                    ? Optional.of(new Known(path, EvidenceFolder.open(path).statement()))
                    : Optional.empty();
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }
}
