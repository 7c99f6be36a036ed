package org.trialseal.app.ui;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.trialseal.app.ui.DesktopBenchmark.Answers;

/** Seals a large file, proves subjects of it, verifies the package, and compares with a later copy, all in the window. */
final class BenchmarkStory {
    private static final int LONG = 3600;
    private static final int SHORT = 60;

    private final Desktop desktop;
    private final Hands hands;
    private final Probe probe;
    private final Optional<Stacks> stacks;
    private final Answers answers;
    private final Path folder;
    private Probe.Seen all;
    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, double seconds, long collecting, Probe.Seen seen) {}

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    BenchmarkStory(Desktop desktop, Answers answers, Path folder) throws Exception {
        this.desktop = desktop;
        this.answers = answers;
        this.folder = folder;
        hands = new Hands(desktop.scene());
        Thread interfaceThread = Hands.on(Thread::currentThread);
        probe = new Probe(interfaceThread.getId());
        stacks = Boolean.getBoolean("trialseal.stacks")
                ? Optional.of(new Stacks(interfaceThread, probe))
                : Optional.empty();
    }

    void tell() throws Exception {
        probe.start();
        stacks.ifPresent(Stacks::start);
        part("home", () -> Hands.rest(2_000));
        part("drop on Seal", this::dropData);
        part("fill in Seal", this::fillIn);
        part("sealing", this::seal);
        part("Studies", this::studies);
        part("unlock and count on Prove", this::unlock);
        part("choose on Prove", this::choose);
        part("save the package", this::save);
        part("Verify", this::verify);
        part("drop on Compare", this::dropLater);
        part("comparing", this::compare);
        part("scroll the table", this::scroll);
        part("filter the table", this::filter);
        part("sort the table", this::sort);
        part("copy all lines", this::copy);
        part("export", this::export);
        part("drop the package", this::dropPackage);
        all = probe.all();
        probe.stop();
        if (stacks.isPresent()) {
            stacks.get().stop();
        }
    }

    private void part(String name, Step step) throws Exception {
        probe.begin();
        long start = System.nanoTime();
        long collecting = collecting();
        boolean ended = false;
        try {
            step.run();
            ended = true;
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            Part part = new Part(ended ? name : name + " (not ended)", seconds, collecting() - collecting, probe.end());
            parts.add(part);
            System.err.println(line(part));
            if (stacks.isPresent()) {
                stacks.get().write(name, folder.resolve("stacks.txt"));
            }
        }
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private void drop(String file) throws Exception {
        List<Path> files = List.of(folder.resolve(file));
        Hands.on(() -> {
            desktop.model().drop(files);
            return true;
        });
    }

    private void dropData() throws Exception {
        drop("lb.csv");
        hands.await(LONG, "what was understood of the file", () -> hands.text("seal-file-0-summary")
                .contains("subject USUBJID"));
    }

    private void fillIn() throws Exception {
        hands.type("#seal-study", "bench");
        hands.type("#seal-milestone .text-field", "database lock");
        hands.type("#seal-passphrase", "open sesame");
        hands.type("#seal-again", "open sesame");
        hands.click("#seal-retain");
        hands.click("#seal-practice");
        hands.wheel("#seal-study", -20);
        hands.await(SHORT, "all to be answered", () -> !hands.node(javafx.scene.Node.class, "#seal-go").isDisabled());
    }

    /** Starts it, and looks at the other doors meanwhile. */
    private void seal() throws Exception {
        hands.click("#seal-go");
        hands.await(SHORT, "the sealing to begin", () -> isSealing() || isSealed());
        Hands.rest(5_000);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Hands.rest(1_000);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Hands.rest(1_000);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        hands.await(SHORT, "the sealing again", () -> isSealing() || isSealed());
        // A small file is sealed by now.
        if (hands.clickIfThere("#seal-pause")) {
            Hands.rest(1_000);
            hands.click("#seal-pause");
        }
        hands.await(LONG, "sealed-title");
        hands.await(SHORT, "the calendars' answer", () -> hands.text("sealed-anchor").startsWith("Handed to"));
    }

    private boolean isSealing() {
        return hands.isSeen("seal-pause");
    }

    private boolean isSealed() {
        return hands.isSeen("sealed-title");
    }

    private void studies() throws Exception {
        hands.click("#sealed-studies");
        hands.await(SHORT, "anchor-1");
        Hands.rest(2_000);
    }

    private void unlock() throws Exception {
        hands.click("#prove-1");
        hands.await(SHORT, "prove-passphrase");
        hands.type("#prove-passphrase", "open sesame");
        hands.press(KeyCode.ENTER);
        hands.await(LONG, "the subjects", () -> hands.text("prove-found").startsWith("Found"));
    }

    private void choose() throws Exception {
        for (String wanted : List.of("100123", "110-1003", "101-1000", "115-1", "2041-102")) {
            hands.click("#prove-search");
            hands.type(wanted);
            Hands.rest(300);
            hands.press(KeyCode.ENTER);
            Hands.rest(600);
        }
        hands.wheel("#prove-subjects", 60);
        hands.click("#prove-search");
        hands.press(KeyCode.DOWN);
        for (int i = 0; i < 40; i++) {
            hands.press(KeyCode.PAGE_DOWN);
        }
        hands.press(KeyCode.END);
        hands.press(KeyCode.SPACE);
        hands.await(SHORT, "the choice", () -> hands.text("prove-count").startsWith("6 "));
        hands.await(LONG, "the preview", () -> !hands.text("prove-estimate").isEmpty()
                && !hands.node(javafx.scene.Node.class, "#prove-save").isDisabled());
    }

    private void save() throws Exception {
        answers.next(folder.resolve("subjects.trialseal"));
        hands.click("#prove-save");
        hands.await(LONG, "saved-title");
    }

    private void verify() throws Exception {
        hands.click("#saved-verify");
        hands.await(LONG, "verify-verdict");
        hands.click("#verify-practice");
        hands.await(LONG, "the verdict", () -> hands.text("verify-verdict").equals("Passed"));
        hands.wheel("#verify-verdict", 40);
        hands.wheel(".page-scroll", -40);
    }

    private void dropLater() throws Exception {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        Hands.rest(500);
        drop("later/lb.csv");
        hands.await(SHORT, "the passphrase to be asked for", () -> hands.text("compare-ready").contains("passphrase"));
        hands.type("#compare-passphrase", "open sesame");
    }

    private void compare() throws Exception {
        hands.press(KeyCode.ENTER);
        hands.await(LONG, "compare-table");
        hands.await(SHORT, "the lines", () -> size() > 0);
        System.err.println("lines: " + Hands.on(this::size));
    }

    private int size() {
        return hands.node(TableView.class, "#compare-table").getItems().size();
    }

    private void scroll() throws Exception {
        hands.click("#compare-filter");
        hands.press(KeyCode.DOWN);
        hands.wheel("#compare-table", 150);
        for (int i = 0; i < 50; i++) {
            hands.press(KeyCode.PAGE_DOWN);
        }
        hands.press(KeyCode.END);
        Hands.rest(300);
        hands.press(KeyCode.HOME);
        Hands.rest(300);
        hands.drag("#compare-table .scroll-bar:vertical .thumb", 250, 120);
        hands.drag("#compare-table .scroll-bar:vertical .thumb", -150, 80);
    }

    private void filter() throws Exception {
        int all = Hands.on(this::size);
        hands.click("#compare-filter");
        hands.type("108-1");
        settle("fewer lines", all);
        hands.wheel("#compare-table", 50);
        hands.click("#compare-filter");
        hands.press(KeyCode.ESCAPE);
        hands.await(LONG, "all lines", () -> size() == all);
        hands.click("#compare-filter");
        hands.type("2025-0");
        settle("no lines or fewer", all);
        hands.click("#compare-filter");
        hands.press(KeyCode.ESCAPE);
        hands.await(LONG, "all lines", () -> size() == all);
    }

    private void settle(String what, int all) throws Exception {
        hands.await(LONG, what, () -> size() < all);
    }

    private void sort() throws Exception {
        for (String column : List.of("sealed-value", "later-value", "key")) {
            String before = Hands.on(this::first);
            sortBy(column);
            sortBy(column);
            hands.wheel("#compare-table", 40);
            if (Hands.on(this::first).equals(before)) {
                throw new IllegalStateException("not sorted by " + column);
            }
        }
    }

    private void sortBy(String column) throws Exception {
        hands.click("#compare-column-" + column + ".column-header");
        Hands.rest(300);
        hands.await(LONG, "sorted by " + column, () -> !hands.text("compare-count")
                .endsWith("…"));
    }

    private String first() {
        return String.valueOf(hands.node(TableView.class, "#compare-table").getItems().get(0));
    }

    private void copy() throws Exception {
        hands.click("#compare-filter");
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        Hands.rest(500);
        hands.press(KeyCode.CONTROL, KeyCode.C);
        Hands.rest(2_000);
    }

    private void export() throws Exception {
        answers.next(folder.resolve("differences.csv"));
        hands.click("#compare-export");
        hands.await(LONG, "the export", () -> hands.text("compare-exported").startsWith("Written"));
    }

    private void dropPackage() throws Exception {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        Hands.rest(500);
        drop("subjects.trialseal");
        hands.await(LONG, "verify-verdict");
        Hands.rest(1_000);
    }

    private static String line(Part part) {
        Probe.Seen seen = part.seen();
        return String.format(
                Locale.ROOT,
                "{\"part\": \"%s\", \"seconds\": %.1f, \"wall_ms\": %s, \"own_ms\": %s, \"collecting_ms\": %d,"
                        + " \"max_rss_mb\": %d}",
                part.name(),
                part.seconds(),
                times(seen.wall()),
                times(seen.own()),
                part.collecting(),
                seen.peakMegabytes());
    }

    private static String times(Probe.Times times) {
        return String.format(
                Locale.ROOT,
                "{\"p50\": %.1f, \"p99\": %.1f, \"max\": %.1f, \"stalls\": %d}",
                times.p50(),
                times.p99(),
                times.max(),
                times.stalls());
    }

    /** What was seen of each part, as members of a JSON object. */
    String json() {
        StringBuilder json = new StringBuilder("  \"parts\": [\n");
        for (Part part : parts) {
            json.append("    ").append(line(part)).append(part == parts.get(parts.size() - 1) ? "\n" : ",\n");
        }
        long most = parts.stream().mapToLong(part -> part.seen().peakMegabytes()).max().orElse(0);
        if (all == null) {
            return json.append("  ],\n").toString();
        }
        return json.append(String.format(
                        Locale.ROOT,
                        "  ],%n  \"wall_ms\": %s,%n  \"own_ms\": %s,%n  \"max_rss_mb\": %d,%n",
                        times(all.wall()),
                        times(all.own()),
                        most))
                .toString();
    }
}
