package org.trialseal.app.ui.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.trail.Drawing.Box;
import org.trialseal.app.ui.trail.TrailModel.Drawn;
import org.trialseal.app.ui.trail.TrailModel.Failed;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.app.work.trail.ProofTrail;
import org.trialseal.app.work.trail.TrailReader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.verify.VerificationPolicy;

/** The proof as a picture, without a toolkit: its stations, its layout, its SVG. */
final class TrailModelTest {
    @TempDir
    private static Path home;

    private static SampleStudy sample;

    private final ChosenFiles files = new ChosenFiles();
    private final List<Notice> notices = new ArrayList<>();

    /** A painter without a toolkit, and without a printer. */
    private static final class NoPrinter implements Painter {
        @Override
        public byte[] png(Drawing drawing) {
            return "a picture".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean print(Drawing drawing) {
            return false;
        }
    }

    @BeforeAll
    static void seal() throws Exception {
        sample = Samples.in(home);
    }

    private static TrailReader reader() {
        return new TrailReader(() -> VerificationPolicy.standard(Checkpoints.shipped()));
    }

    private TrailModel model(Path file) {
        Words words = Words.in(Language.ENGLISH);
        TrailModel model = new TrailModel(
                ImmediateJobs.create(),
                reader(),
                files,
                new NoPrinter(),
                notices::add,
                words,
                failure -> Trouble.of(words, failure));
        model.read(file);
        return model;
    }

    private static Drawing drawing(TrailModel model) {
        return ((Drawn) model.stageProperty().get()).drawing();
    }

    @Test
    void read_ofOneField_followsEveryHashUpToTheBlock() throws Exception {
        ProofTrail trail = reader().read(sample.fieldPackage());
        ProofTrail.RecordShown record = trail.record().orElseThrow();
        assertThat(record.fields())
                .extracting(ProofTrail.Field::name)
                .containsExactly("LBTESTCD", "LBORRES", "LBORRESU");
        assertThat(record.fields().get(1).value()).isEqualTo("81");
        assertThat(trail.artifact().orElseThrow().entry()).isInstanceOf(DatasetEntry.class);
        assertThat(trail.artifact().orElseThrow().entry().name()).isEqualTo("lb");
        Sha256 statement = Sha256.of(Files.readAllBytes(sample.lockSeal().resolve("seal.json")));
        assertThat(trail.digest()).isEqualTo(statement);
        assertThat(trail.steps()).isNotEmpty();
        assertThat(trail.steps().get(0).message().hex()).startsWith(statement.hex());
        assertThat(trail.height()).isPresent();
    }

    @Test
    void read_ofAWholeGroup_hasTheSameDatasetRootAsOfOneField() throws Exception {
        ProofTrail whole = reader().read(sample.laboratoryPackage());
        ProofTrail field = reader().read(sample.fieldPackage());
        assertThat(whole.artifact().orElseThrow().entry())
                .isEqualTo(field.artifact().orElseThrow().entry());
        assertThat(whole.record().orElseThrow().hashes()).isPresent();
    }

    @Test
    void drawing_hasAHashAtEveryStationAndIsAmberOnThePracticeNetwork() {
        Drawing drawing = drawing(model(sample.fieldPackage()));
        List<Box> boxes = drawing.shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .toList();
        assertThat(boxes).hasSize(7);
        assertThat(boxes.get(6).tone()).isEqualTo(Drawing.Tone.OPEN);
        assertThat(drawing.description()).contains("One record of lb").contains("Practice block");
    }

    @Test
    void drawing_boxes_doNotOverlapAndLieInside() {
        Drawing drawing = drawing(model(sample.subjectPackage()));
        List<Box> boxes = drawing.shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .toList();
        for (Box one : boxes) {
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(boxes.stream().filter(other -> other != one))
                    .noneMatch(other -> one.x() < other.x() + other.width()
                            && other.x() < one.x() + one.width()
                            && one.y() < other.y() + other.height()
                            && other.y() < one.y() + one.height());
        }
    }

    @Test
    void save_asSvg_isWellFormedAndFetchesNothing() throws Exception {
        Path target = home.resolve("proof.svg");
        files.next(target);
        model(sample.fieldPackage()).save();
        String svg = Files.readString(target);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("@import");
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.SUCCESS);
    }

    @Test
    void svg_ofHostileWords_escapesThem() {
        Hop hop = new Hop("<script>\"&", List.of(), List.of(), "", Drawing.Tone.PLAIN);
        assertThat(Svg.of(TrailDrawing.of(List.of(), List.of(hop))))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;&quot;&amp;");
    }

    @Test
    void save_asPng_asksThePainter() throws Exception {
        Path target = home.resolve("proof.PNG");
        files.next(target);
        model(sample.fieldPackage()).save();
        assertThat(Files.readString(target)).isEqualTo("a picture");
    }

    @Test
    void save_whereItCannotBeWritten_saysWhatToDo() {
        files.next(home.resolve("nowhere/proof.svg"));
        model(sample.fieldPackage()).save();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.TROUBLE);
    }

    @Test
    void print_withoutAPrinter_saysSo() {
        model(sample.fieldPackage()).print();
        assertThat(notices.get(0).text()).contains("No printer").contains("Save the picture");
    }

    @Test
    void read_ofSomethingElse_explains() throws Exception {
        Path other = Files.writeString(home.resolve("other.trialseal"), "not a package");
        assertThat(model(other).stageProperty().get()).isInstanceOf(Failed.class);
    }

    @Test
    void wrap_longWords_areCutAndNothingIsLost() {
        String text = "a ".repeat(40) + "x".repeat(200) + " end";
        assertThat(String.join("", TrailDrawing.wrap(text)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(TrailDrawing.wrap(text)).allMatch(line -> line.length() <= 60);
    }
}
