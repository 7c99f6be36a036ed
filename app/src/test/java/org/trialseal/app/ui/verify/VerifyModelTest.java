package org.trialseal.app.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.certificate.Readback;
import org.trialseal.app.story.CheckLine;
import org.trialseal.app.story.Story;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.Desks;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.verify.VerifyModel.Failed;
import org.trialseal.app.ui.verify.VerifyModel.Told;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.app.work.verify.OfflineExaminer;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;

/** The door Verify without a toolkit: what it says of packages and timestamps of the sample trial. */
final class VerifyModelTest {
    @TempDir
    private static Path home;

    private static SampleStudy sample;

    private final ChosenFiles files = new ChosenFiles();
    private final Routes routes = new Routes();
    private final List<Notice> notices = new ArrayList<>();

    private static final class Routes implements Navigator {
        private Route last = new Route.Home();

        @Override
        public void open(Route route) {
            last = route;
        }

        @Override
        public void back() {}

        @Override
        public void showFolder(Path saved) {}
    }

    @BeforeAll
    static void seal() throws Exception {
        sample = Samples.in(home);
    }

    private VerifyModel model(Language language) {
        Words words = Words.in(language);
        return new VerifyModel(
                ImmediateJobs.create(),
                new OfflineExaminer(() -> VerificationPolicy.standard(Checkpoints.shipped())),
                files,
                routes,
                Desks.of(files, notices::add, words),
                words,
                failure -> Trouble.of(words, failure));
    }

    private static Story story(VerifyModel model) {
        return ((Told) model.stageProperty().get()).story();
    }

    private static List<String> answers(Story story, Result result) {
        return story.checks().stream()
                .filter(line -> line.result() == result)
                .map(CheckLine::id)
                .toList();
    }

    @Test
    void examine_aPackageOfThePracticeNetwork_isIndeterminateAndSaysWhy() {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.fieldPackage());
        Story story = story(model);
        assertThat(story.verdict()).isEqualTo(Result.INDETERMINATE);
        assertThat(story.sentence()).contains("seal 2 (“database lock”) of study TS-2041");
        assertThat(story.because()).contains("practice network").contains("never evidence");
        assertThat(story.shown()).containsExactly("lb: fields LBTESTCD, LBORRES, LBORRESU of 1 of 15,777 records.");
        assertThat(story.notProven()).contains("Since when the statement exists.");
        assertThat(answers(story, Result.FAILED)).isEmpty();
        assertThat(answers(story, Result.INDETERMINATE)).contains(CheckId.TIME);
    }

    @Test
    void acceptPractice_afterwards_passesAndNamesTheDay() {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.subjectPackage());
        model.acceptPractice(true);
        Story story = story(model);
        assertThat(story.verdict()).isEqualTo(Result.PASSED);
        assertThat(story.sentence()).startsWith("What this package shows is exactly what was sealed");
        assertThat(story.when()).contains("no later than").contains("never evidence");
        assertThat(story.checks()).extracting(CheckLine::id).contains("data:lb", "completeness:lb", "append:consent");
        model.acceptPractice(false);
        assertThat(story(model).verdict()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void examine_everyCheck_restsOnEvidence() {
        VerifyModel model = model(Language.GERMAN);
        model.examine(sample.subjectPackage());
        for (CheckLine line : story(model).checks()) {
            assertThat(line.evidence()).as(line.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(line.question()).as(line.id()).endsWith("?");
        }
    }

    @Test
    void examine_onePackageBitFlipped_fails() throws Exception {
        byte[] bytes = Files.readAllBytes(sample.fieldPackage());
        bytes[bytes.length / 2] ^= 1;
        Path forged = Files.write(home.resolve("forged.trialseal"), bytes);
        VerifyModel model = model(Language.ENGLISH);
        model.examine(forged);
        assertThat(story(model).verdict()).isEqualTo(Result.FAILED);
        assertThat(story(model).picture()).as("a failed proof is not drawn").isFalse();
        assertThat(story(model).because()).isNotEmpty();
    }

    @Test
    void examine_whatNamesAnArtifactDamaged_asksForNoNameThatOnlyThePackageKnows() throws Exception {
        byte[] bytes = Files.readAllBytes(sample.fieldPackage());
        VerifyModel model = model(Language.ENGLISH);
        List<String> asked = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += 31) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            model.examine(Files.write(home.resolve("unnamed.trialseal"), changed));
            if (model.stageProperty().get() instanceof Told told) {
                told.story().checks().stream().map(CheckLine::question).forEach(asked::add);
            }
        }
        assertThat(asked)
                .contains("Is entry 0005, whose name the package does not show, exactly what was sealed?")
                .noneMatch(question -> question.contains(".disclosure"));
    }

    @Test
    void examine_aFileCutShort_saysWhatToDo() throws Exception {
        Path cut = home.resolve("cut.trialseal");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(sample.fieldPackage()), 1_500));
        VerifyModel model = model(Language.ENGLISH);
        model.examine(cut);
        Trouble trouble = ((Failed) model.stageProperty().get()).trouble();
        assertThat(trouble.advice()).contains("Ask for it again");
        assertThat(trouble.detail()).contains("cut.trialseal, byte ").endsWith("Ask for the whole file.");
        assertThat(trouble.original().orElseThrow().text()).contains("ends too early");
    }

    @Test
    void examine_theTimestampOfAStatement_findsTheStatement() {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.lockSeal().resolve("anchors/seal.json.ots"));
        Story story = story(model);
        assertThat(answers(story, Result.PASSED)).containsExactly("form", "file");
        assertThat(story.because()).contains("practice network");
    }

    @Test
    void chooseOriginal_anotherFile_fails() throws Exception {
        Path alone = Files.copy(sample.lockSeal().resolve("anchors/seal.json.ots"), home.resolve("alone.ots"));
        VerifyModel model = model(Language.ENGLISH);
        model.examine(alone);
        assertThat(story(model).wantsFile()).isTrue();
        files.next(sample.protocolSeal().resolve("seal.json"));
        model.chooseOriginal();
        assertThat(story(model).verdict()).isEqualTo(Result.FAILED);
        assertThat(story(model).because()).isEqualTo("It is another file.");
        files.next(sample.lockSeal().resolve("seal.json"));
        model.chooseOriginal();
        assertThat(story(model).verdict()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void saveCertificate_whateverCameOut_saysItAndWhere() throws Exception {
        VerifyModel model = model(Language.GERMAN);
        model.examine(sample.fieldPackage());
        Path file = home.resolve("bescheinigung.pdf");
        files.next(file);
        model.saveCertificate();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.SUCCESS);
        assertThat(notices.get(0).text()).contains("bescheinigung.pdf");
        try (Readback read = new Readback(Files.readAllBytes(file))) {
            assertThat(read.text()).contains("NICHT ENTSCHEIDBAR").contains("field.trialseal");
        }
    }

    @Test
    void saveCertificate_whereNothingCanBe_isToldAndLeavesNothing() {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.fieldPackage());
        files.next(home.resolve("nowhere/certificate.pdf"));
        model.saveCertificate();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.TROUBLE);
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void saveCertificate_ofATimestampAlone_saysItToo() throws Exception {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.lockSeal().resolve("anchors/seal.json.ots"));
        Path file = home.resolve("timestamp.pdf");
        files.next(file);
        model.saveCertificate();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.SUCCESS);
        try (Readback read = new Readback(Files.readAllBytes(file))) {
            assertThat(read.text())
                    .contains("INDETERMINATE")
                    .contains("seal.json.ots")
                    .contains("It is from the practice network, which is for training and never evidence.");
        }
    }

    @Test
    void showPicture_ofAPackage_opensIt() {
        VerifyModel model = model(Language.ENGLISH);
        model.examine(sample.fieldPackage());
        model.showPicture();
        assertThat(routes.last).isEqualTo(new Route.ProofPicture(sample.fieldPackage()));
    }
}
