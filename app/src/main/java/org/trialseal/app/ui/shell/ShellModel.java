package org.trialseal.app.ui.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.ui.file.Dispatch;
import org.trialseal.app.ui.file.FolderWindow;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.route.Door;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.words.Words;

/**
 * Where the window is, where it was before, and the notice that stands in it. Each door remembers what was open behind it.
 */
public final class ShellModel implements Navigator, Notices {
    private static final int MOST_REMEMBERED = 16;

    private final Jobs jobs;
    private final Dispatch dispatch;
    private final Function<Exception, String> explanation;
    private final FolderWindow folders;
    private final Words words;
    private final ReadOnlyObjectWrapper<Visit> visit = new ReadOnlyObjectWrapper<>(new Visit(new Route.Home(), 0));
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Visit> before = new ArrayDeque<>();
    private final Map<Door, Visit> behind = new EnumMap<>(Door.class);
    private Predicate<List<Path>> taker = files -> false;
    private Predicate<List<Path>> sealer = files -> false;
    private Predicate<Visit> working = candidate -> false;
    private long visits;

    /**
     * One opening of a route: opening the same route again is another visit, with a new screen.
     *
     * @param number counted from 0
     */
    public record Visit(Route route, long number) {}

    /**
     * @param dispatch says where dropped files lead
     * @param explanation tells of a failure in words
     * @param folders shows where files lie
     */
    public ShellModel(
            Jobs jobs, Dispatch dispatch, Function<Exception, String> explanation, FolderWindow folders, Words words) {
        this.jobs = jobs;
        this.dispatch = dispatch;
        this.explanation = explanation;
        this.folders = folders;
        this.words = words;
        behind.put(Door.HOME, visit.get());
    }

    /** Where the window is. */
    public ReadOnlyObjectProperty<Visit> visitProperty() {
        return visit.getReadOnlyProperty();
    }

    /** The notice that stands in the window. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether there is a screen to go back to. */
    public boolean canGoBack() {
        return !before.isEmpty();
    }

    @Override
    public void open(Route route) {
        Visit sealing = behind.get(Door.SEAL);
        if (route instanceof Route.Seal && sealing != null && working.test(sealing)) {
            go(sealing);
            tell(new Notice(Notice.Tone.WARNING, words.of("shell.sealing")));
            return;
        }
        go(new Visit(route, ++visits));
    }

    /** Goes through a door: to what is open behind it, or from there to its beginning. */
    public void enter(Door door) {
        Visit open = behind.get(door);
        if (open == null || visit.get().route().door() == door) {
            open(Route.behind(door));
        } else {
            go(open);
        }
    }

    @Override
    public void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    @Override
    public void showFolder(Path saved) {
        folders.show(saved);
    }

    private void go(Visit next) {
        before.push(visit.get());
        if (before.size() > MOST_REMEMBERED) {
            before.removeLast();
        }
        show(next);
    }

    private void show(Visit next) {
        notice.set(Optional.empty());
        behind.put(next.route().door(), next);
        visit.set(next);
    }

    /** Whether a visit can still be returned to. */
    boolean remembers(Visit candidate) {
        return visit.get().equals(candidate) || before.contains(candidate) || behind.containsValue(candidate);
    }

    /**
     * Who is asked whether files that are dropped are for it.
     *
     * @param any asked first, whatever they are
     * @param data asked when they are to be sealed
     */
    void offerDropsTo(Predicate<List<Path>> any, Predicate<List<Path>> data) {
        taker = any;
        sealer = data;
    }

    /** Who knows whether something is being made at a place. */
    void askWhetherWorking(Predicate<Visit> screens) {
        working = screens;
    }

    /** Files were dropped on the window. */
    public void drop(List<Path> files) {
        if (taker.test(files)) {
            return;
        }
        jobs.of(meter -> dispatch.route(files))
                .then(route -> route.ifPresentOrElse(
                        this::lead, () -> tell(new Notice(Notice.Tone.WARNING, words.of("shell.drop.nothing")))))
                .otherwise(failure -> tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(failure))))
                .start();
    }

    private void lead(Route route) {
        if (!(route instanceof Route.Seal seal && sealer.test(seal.files()))) {
            open(route);
        }
    }

    @Override
    public void tell(Notice next) {
        notice.set(Optional.of(next));
    }

    /** Takes the notice away. */
    public void dismiss() {
        notice.set(Optional.empty());
    }
}
