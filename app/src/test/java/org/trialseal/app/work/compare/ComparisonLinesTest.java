package org.trialseal.app.work.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.PlainSeal;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.LineChoice.Order;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.core.compare.DifferenceJournal;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.importers.Formats;

/** The table of differences, on two small datasets. */
final class ComparisonLinesTest {
    private static final String ONE = "SUBJ,SEQ,V,W\nA,1,a,10\nA,2,b,9\nB,1,c,8\nB,2,d,7\n";
    private static final String TWO = "SUBJ,SEQ,V\nA,1,x\nA,2,y\n";

    @TempDir
    private Path folder;

    private final java.security.SecureRandom random = new java.security.SecureRandom();
    private DifferenceJournal journal;
    private Compared compared;

    @BeforeEach
    void compare() throws Exception {
        Configuration configuration = Configuration.standard(Profiles.places(folder));
        Path then = Files.createDirectories(folder.resolve("then"));
        List<Path> sealed = List.of(write(then, "one", ONE), write(then, "two", TWO));
        Path now = Files.createDirectories(folder.resolve("now"));
        List<Path> later = List.of(
                write(now, "one", "SUBJ,SEQ,V,W\nB,2,d,7\nA,1,\u202eZ,2\nA,2,b,\nB,1,c,8\nC,1,e,1\n"),
                write(now, "two", "SUBJ,SEQ,V\nA,1,X\n"));
        SealComparing comparing =
                new SealComparing(configuration, Formats.installed(), random, new LocalPolicy(configuration));
        journal = comparing.journal();
        try (Passphrase passphrase = Passphrase.of("secret".getBytes(StandardCharsets.UTF_8))) {
            seal(configuration, sealed);
            ComparisonOrder order =
                    new ComparisonOrder(folder.resolve("seal"), later, true, false, false, sealed, List.of());
            compared = comparing.compare(
                    order, Optional.of(passphrase), Optional.of(journal), records -> SealProgress.silent());
        }
    }

    private static Path write(Path place, String name, String text) throws IOException {
        return Files.writeString(place.resolve(name + ".csv"), text);
    }

    private void seal(Configuration configuration, List<Path> files) throws Exception {
        Inputs.Wishes wishes =
                new Inputs.Wishes(false, Optional.of("SUBJ"), List.of("SEQ"), java.util.Map.of(), Optional.empty());
        new PlainSeal(folder.resolve("seal"), "T", wishes, "secret").of(configuration, files);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private List<String> chosen(LineChoice choice) throws IOException {
        try (ComparisonLines lines = ComparisonLines.of(journal, compared.report())) {
            List<String> said = new ArrayList<>();
            for (int number : lines.choose(choice, read -> {})) {
                said.add(words(lines.line(number)));
            }
            return said;
        }
    }

    private static String words(ComparisonLine line) {
        return line.dataset() + " " + line.kind() + " " + line.key() + " " + line.field() + " "
                + line.sealed().text() + "/" + line.later().text();
    }

    private static LineChoice sorted(Order order, boolean descending) {
        return new LineChoice("", Optional.empty(), Optional.empty(), Optional.empty(), order, descending);
    }

    @Test
    void choose_all_isEveryDifferenceInItsPlaceWithHarmlessText() throws IOException {
        assertThat(chosen(LineChoice.ALL))
                .containsExactly(
                        "one CHANGED A · SEQ 1 V a/\\u202eZ",
                        "one CHANGED A · SEQ 1 W 10/2",
                        "one CHANGED A · SEQ 2 W 9/",
                        "one ADDED C · SEQ 1  /",
                        "one REORDERED B · SEQ 2  /",
                        "two CHANGED A · SEQ 1 V x/X",
                        "two MISSING A · SEQ 2  /");
    }

    @Test
    void choose_byDatasetKindFieldAndText_keepsOnlyThose() throws IOException {
        LineChoice two = new LineChoice("", Optional.empty(), Optional.empty(), Optional.of("two"), Order.PLACE, false);
        assertThat(chosen(two)).hasSize(2).allMatch(line -> line.startsWith("two"));
        LineChoice changed = new LineChoice(
                "SEQ 1", Optional.of(Kind.CHANGED), Optional.of("V"), Optional.empty(), Order.PLACE, false);
        assertThat(chosen(changed))
                .containsExactly("one CHANGED A · SEQ 1 V a/\\u202eZ", "two CHANGED A · SEQ 1 V x/X");
        LineChoice nothing =
                new LineChoice("", Optional.empty(), Optional.of("NONE"), Optional.empty(), Order.PLACE, false);
        assertThat(chosen(nothing)).isEmpty();
    }

    @Test
    void choose_sorted_ordersNumbersAsNumbersAndWhatIsNoValueLast() throws IOException {
        assertThat(chosen(sorted(Order.SEALED_VALUE, false)).subList(0, 4))
                .containsExactly(
                        "one CHANGED A · SEQ 2 W 9/",
                        "one CHANGED A · SEQ 1 W 10/2",
                        "one CHANGED A · SEQ 1 V a/\\u202eZ",
                        "two CHANGED A · SEQ 1 V x/X");
        assertThat(chosen(sorted(Order.DATASET, true)).get(0)).startsWith("two");
        assertThat(chosen(sorted(Order.FIELD, true)).get(0)).contains(" W ");
    }

    @Test
    void size_ofMoreThanTheLimit_isTheLimitAndSaysSo() throws IOException {
        try (ComparisonLines lines = ComparisonLines.of(journal, compared.report(), 3)) {
            assertThat(lines.size()).isEqualTo(3);
            assertThat(lines.isCutShort()).isTrue();
            assertThat(lines.choose(sorted(Order.KEY, false), read -> {})).hasSize(3);
        }
        try (ComparisonLines lines = ComparisonLines.of(journal, compared.report())) {
            assertThat(lines.isCutShort()).isFalse();
            assertThat(lines.size()).isEqualTo(7);
            assertThat(IntStream.range(0, 7).boxed())
                    .containsExactlyElementsOf(IntStream.of(lines.choose(LineChoice.ALL, read -> {}))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void of_onAnInterruptedThread_stops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ComparisonLines.of(journal, compared.report()).close())
                .isInstanceOfAny(InterruptedIOException.class, java.nio.channels.ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
