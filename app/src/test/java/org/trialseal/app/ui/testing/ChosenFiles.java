package org.trialseal.app.ui.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.ui.file.FileChoice;

/** Answers the questions for files with what a test put in, and with nothing when that is used up. */
public final class ChosenFiles implements FileChoice {
    private final Deque<List<Path>> answers = new ArrayDeque<>();

    /** The next answer. */
    public void next(Path... files) {
        answers.add(List.of(files));
    }

    @Override
    public Optional<Path> open(String title, List<String> patterns) {
        return openSeveral(title).stream().findFirst();
    }

    @Override
    public List<Path> openSeveral(String title) {
        return answers.isEmpty() ? List.of() : answers.remove();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        return openSeveral(title).stream().findFirst();
    }

    @Override
    public Optional<Path> folder(String title) {
        return openSeveral(title).stream().findFirst();
    }
}
