package org.trialseal.core.testing.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder whose changes are counted: every opening for writing, write, force, creation, deletion and rename is a step, and
 * one of them can be made to fail. What was not forced to the disk can be lost, as without power.
 */
public final class FaultyDisk {
    /** What happens at the step that fails. */
    public enum Fault {
        /** That step fails, all others succeed: a full disk, a bad sector. */
        ONCE,
        /** Nothing happens any more, and half of a write has: a killed program. */
        DEATH,
        /** The same, and whatever was not forced to the disk is gone: a power cut. */
        POWER
    }

    /** A name that came to be or changed, until its folder is forced to the disk. */
    private record Name(Path path, Optional<Path> before, Optional<byte[]> replaced) {}

    private final FaultyFileSystem system = new FaultyFileSystem(this);
    private final Path root;
    private final TreeSet<Path> unforced = new TreeSet<>();
    private final List<Name> names = new ArrayList<>();
    private Fault fault = Fault.ONCE;
    private long failing = Long.MAX_VALUE;
    private long steps;
    private boolean dead;

    /** A disk over a folder that is there and safe. */
    public FaultyDisk(Path root) {
        this.root = root;
    }

    /** The folder, to be used by what is tested. */
    public Path root() {
        return system.wrap(root);
    }

    /** Lets the step of this number from now on, from 1, fail. */
    public synchronized void failAt(long step, Fault how) {
        steps = 0;
        failing = step;
        fault = how;
        names.clear();
        unforced.clear();
    }

    /** Ends the fault; without power what was not forced to the disk is lost. Returns whether it had come to that step. */
    public synchronized boolean mend() throws IOException {
        boolean reached = steps >= failing;
        failing = Long.MAX_VALUE;
        dead = false;
        if (fault == Fault.POWER) {
            lose();
        }
        return reached;
    }

    private void lose() throws IOException {
        for (Path path : unforced) {
            if (Files.isRegularFile(path)) {
                Files.write(path, new byte[0]);
            }
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            undo(names.get(i));
        }
    }

    private static void undo(Name name) throws IOException {
        if (name.before().isPresent() && Files.isDirectory(name.before().get().getParent())) {
            if (Files.exists(name.path())) {
                Files.move(name.path(), name.before().get(), StandardCopyOption.REPLACE_EXISTING);
            }
            if (name.replaced().isPresent()) {
                Files.write(name.path(), name.replaced().get());
            }
        } else if (Files.exists(name.path())) {
            try (Stream<Path> walk = Files.walk(name.path())) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Whether a step fails; half of a write is done when the program dies. */
    synchronized boolean fails() throws IOException {
        if (dead) {
            throw new IOException("the program is dead");
        }
        boolean fails = ++steps == failing;
        dead = fails && fault != Fault.ONCE;
        return fails;
    }

    synchronized void step() throws IOException {
        if (fails()) {
            throw new IOException("the disk failed at step " + steps);
        }
    }

    synchronized void wrote(Path path) {
        unforced.add(path);
    }

    synchronized void forced(Path path) {
        unforced.remove(path);
        names.removeIf(name -> path.equals(name.path().getParent()));
    }

    synchronized void created(Path path) {
        names.add(new Name(path, Optional.empty(), Optional.empty()));
    }

    synchronized void deleted(Path path) {
        unforced.remove(path);
        names.removeIf(name -> name.path().equals(path));
    }

    /** Renames; what is pending below the old name is pending below the new one. */
    synchronized void move(Path from, Path to, java.nio.file.CopyOption... options) throws IOException {
        Optional<byte[]> replaced = Files.isRegularFile(to) ? Optional.of(Files.readAllBytes(to)) : Optional.empty();
        Files.move(from, to, options);
        for (Path path : List.copyOf(unforced)) {
            if (path.startsWith(from)) {
                unforced.remove(path);
                unforced.add(moved(path, from, to));
            }
        }
        names.replaceAll(name -> name.path().startsWith(from) && !name.path().equals(from)
                ? new Name(moved(name.path(), from, to), name.before().map(at -> moved(at, from, to)), name.replaced())
                : name);
        names.add(new Name(to, Optional.of(from), replaced));
    }

    private static Path moved(Path path, Path from, Path to) {
        return path.startsWith(from)
                ? to.resolve(from.relativize(path).toString()).normalize()
                : path;
    }
}
