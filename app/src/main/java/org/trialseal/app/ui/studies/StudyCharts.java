package org.trialseal.app.ui.studies;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.studies.StudyTimeline.Mark;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;

/** Two small charts of a study: when each seal was made and when its block, and how long the block took. */
final class StudyCharts {
    private static final double WIDTH = 376;
    private static final double NAME = 112;
    private static final long MINUTES_AN_HOUR = 60;
    private static final long HOURS_A_DAY = 24;

    private final Words words;
    private final StudyTimeline timeline;

    StudyCharts(Words words, StudyTimeline timeline) {
        this.words = words;
        this.timeline = timeline;
    }

    FlowPane node() {
        FlowPane charts = new FlowPane(32, 24, times(), delays());
        charts.getStyleClass().add("charts");
        return charts;
    }

    private VBox times() {
        LocalDate from = day(timeline.from());
        LocalDate to = day(timeline.to());
        HBox ends = new HBox(Labels.of("caption", words.day(from)), space());
        if (!to.equals(from)) {
            ends.getChildren().add(Labels.of("caption", words.day(to)));
        }
        HBox scale = new HBox(8, name(""), ends);
        HBox.setHgrow(ends, Priority.ALWAYS);
        FlowPane legend = new FlowPane(16, 4, key("chart-claimed", words.of("studies.chart.claimed")));
        if (drawn(true)) {
            legend.getChildren().add(key("chart-block", words.of("studies.chart.block")));
        }
        if (drawn(false)) {
            legend.getChildren().add(key("chart-open-block", words.of("studies.chart.open-block")));
        }
        List<Node> rows = rows(mark ->
                new TimeTrack(timeline.place(mark.claimed()), mark.block().map(timeline::place), mark.firm()));
        rows.add(scale);
        rows.add(legend);
        return chart("studies-times", words.of("studies.chart.times"), this::timeOf, rows);
    }

    /** Whether there is a block that counts already, or one that does not. */
    private boolean drawn(boolean firm) {
        return timeline.marks().stream().anyMatch(mark -> mark.block().isPresent() && mark.firm() == firm);
    }

    private VBox delays() {
        double longest = timeline.longestDelay().toMillis();
        List<Node> rows = rows(mark -> {
            Label text = Labels.of("caption", delay(mark));
            text.setMinWidth(Region.USE_PREF_SIZE);
            Optional<Double> share = mark.delay().map(delay -> delay.toMillis() / longest);
            return new DelayBar(share, mark.firm(), text);
        });
        return chart("studies-delays", words.of("studies.chart.delays"), this::delayOf, rows);
    }

    private List<Node> rows(Function<Mark, Region> drawn) {
        List<Node> rows = new ArrayList<>();
        for (Mark mark : timeline.marks()) {
            Region track = drawn.apply(mark);
            HBox.setHgrow(track, Priority.ALWAYS);
            HBox row = new HBox(8, name(mark.number() + "  " + Safe.text(mark.milestone())), track);
            row.setAlignment(Pos.CENTER_LEFT);
            rows.add(row);
        }
        return rows;
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("caption");
        name.setMinWidth(NAME);
        name.setMaxWidth(NAME);
        return name;
    }

    /** One thing for a screen reader: its title, and a sentence for each seal. */
    private VBox chart(String id, String title, Function<Mark, String> sentence, List<Node> rows) {
        VBox chart = new VBox(8, Labels.of("overline", title));
        chart.getChildren().addAll(rows);
        chart.setId(id);
        chart.getStyleClass().add("chart");
        chart.setPrefWidth(WIDTH);
        chart.setFocusTraversable(true);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        List<String> sentences = new ArrayList<>(List.of(title + "."));
        timeline.marks().forEach(mark -> sentences.add(sentence.apply(mark)));
        chart.setAccessibleText(String.join(" ", sentences));
        return chart;
    }

    private String timeOf(Mark mark) {
        String claimed = words.of(
                "studies.chart.says-claimed", mark.number(), Safe.text(mark.milestone()), words.moment(mark.claimed()));
        return mark.block()
                .map(time -> claimed + " "
                        + words.of("studies.chart.says-block", mark.height().orElse(0), words.moment(time)))
                .orElse(claimed + " " + words.of("studies.chart.says-no-block"));
    }

    private String delayOf(Mark mark) {
        return words.of("studies.chart.says-delay", mark.number(), delay(mark));
    }

    private String delay(Mark mark) {
        if (mark.isClockAhead()) {
            return words.of("studies.chart.ahead");
        }
        Optional<Duration> delay = mark.delay();
        return delay.isPresent() ? duration(delay.get()) : words.of("studies.chart.waiting");
    }

    private String duration(Duration delay) {
        long hours = delay.toHours();
        if (hours >= HOURS_A_DAY) {
            return words.of("studies.duration.days", hours / HOURS_A_DAY, hours % HOURS_A_DAY);
        }
        long minutes = delay.toMinutes() % MINUTES_AN_HOUR;
        return hours > 0
                ? words.of("studies.duration.hours", hours, minutes)
                : words.of("studies.duration.minutes", minutes);
    }

    private static LocalDate day(java.time.Instant moment) {
        return moment.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static HBox key(String styleClass, String text) {
        HBox key = new HBox(6, Dots.of(styleClass), Labels.of("caption", text));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    /** Rings for what is claimed, squares for blocks: told apart without colour. */
    private static final class Dots {
        private static final double SIZE = 10;

        private Dots() {}

        static Region of(String styleClass) {
            Region dot = new Region();
            dot.getStyleClass().add(styleClass);
            dot.setMinSize(SIZE, SIZE);
            dot.setMaxSize(SIZE, SIZE);
            dot.resize(SIZE, SIZE);
            return dot;
        }
    }

    /** A line of time with the seal above it and its block below it, since hours are small beside years. */
    private static final class TimeTrack extends Region {
        private static final double HEIGHT = 24;

        private static final double LINE = 2;

        private final double claimed;
        private final Optional<Double> block;
        private final Region line = new Region();
        private final Region ring = Dots.of("chart-claimed");
        private final Region square;

        TimeTrack(double claimed, Optional<Double> block, boolean firm) {
            this.claimed = claimed;
            this.block = block;
            square = Dots.of(firm ? "chart-block" : "chart-open-block");
            square.setVisible(block.isPresent());
            line.getStyleClass().add("chart-line");
            getChildren().setAll(line, square, ring);
            setMinHeight(HEIGHT);
        }

        @Override
        protected void layoutChildren() {
            double middle = getHeight() / 2;
            line.resizeRelocate(0, middle - LINE / 2, getWidth(), LINE);
            double room = getWidth() - Dots.SIZE;
            ring.relocate(claimed * room, middle - Dots.SIZE);
            square.relocate(block.orElse(0.0) * room, middle);
        }
    }

    /** A bar whose length is a share of the longest, and its length in words. */
    private static final class DelayBar extends Region {
        private static final double HEIGHT = 24;
        private static final double LEAST = 3;
        private static final double GAP = 8;
        private static final double THICK = 12;

        private final Optional<Double> share;
        private final Region bar = new Region();
        private final Label text;

        DelayBar(Optional<Double> share, boolean firm, Label text) {
            this.share = share;
            this.text = text;
            bar.getStyleClass().add(firm ? "chart-bar" : "chart-open-bar");
            bar.setVisible(share.isPresent());
            getChildren().setAll(bar, text);
            setMinHeight(HEIGHT);
        }

        @Override
        protected void layoutChildren() {
            double words = text.prefWidth(-1);
            double room = Math.max(LEAST, getWidth() - words - GAP);
            double length = share.map(part -> Math.max(LEAST, part * room)).orElse(-GAP);
            bar.resizeRelocate(0, (getHeight() - THICK) / 2, Math.max(0, length), THICK);
            double high = text.prefHeight(-1);
            text.resizeRelocate(length + GAP, (getHeight() - high) / 2, words, high);
        }
    }
}
