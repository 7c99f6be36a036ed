package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.compare.CompareForm.Lack;
import org.trialseal.app.ui.compare.CompareModel.Asking;
import org.trialseal.app.ui.compare.CompareModel.NotWritten;
import org.trialseal.app.ui.compare.CompareModel.Told;
import org.trialseal.app.ui.compare.CompareModel.Written;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLine.What;
import org.trialseal.app.work.compare.LineChoice.Order;
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.core.verify.Result;

/** The comparison without a window, on the sample trial. */
final class CompareModelTest {
    @TempDir
    private static Path home;

    private static SampleStudy sample;

    @TempDir
    private Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final List<Route> opened = new ArrayList<>();
    private Configuration configuration;
    private CompareModel model;

    @BeforeAll
    static void makeTheSample() throws Exception {
        sample = Samples.in(home);
    }

    @BeforeEach
    void makeTheModel() {
        configuration = Configuration.standard(Profiles.places(home));
        model = model(configuration);
    }

    @AfterEach
    void closeTheModel() {
        model.close();
    }

    private CompareModel model(Configuration with) {
        Surroundings around = Profiles.clean(home);
        Words words = Words.in(Language.ENGLISH);
        Navigator navigator = new Navigator() {
            @Override
            public void open(Route route) {
                opened.add(route);
            }

            @Override
            public void back() {
                opened.remove(opened.size() - 1);
            }

            @Override
            public void showFolder(Path saved) {}
        };
        return new CompareModel(
                ImmediateJobs.create(),
                new SealComparing(with, around.formats(), around.random(), new LocalPolicy(with)),
                new SealRegister(with.data()),
                files,
                navigator,
                words,
                failure -> Trouble.of(words, failure));
    }

    private void compareWithFolder(Path... later) {
        model.begin(Optional.of(sample.lockSeal()), List.of(later));
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.compare();
    }

    private Told told() {
        assertThat(model.stageProperty().get()).isInstanceOf(Told.class);
        return (Told) model.stageProperty().get();
    }

    private Trouble trouble() {
        assertThat(model.stageProperty().get()).isInstanceOf(Asking.class);
        return ((Asking) model.stageProperty().get()).trouble().orElseThrow();
    }

    private List<ComparisonLine> lines() {
        return List.copyOf(told().table().shownProperty().get());
    }

    /** The laboratory results with a record removed, one added and some values changed. */
    private Path edited() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(sample.data().resolve("lb.csv")));
        for (int i = 1; i < 1_001; i += 100) {
            lines.set(i, lines.get(i).replaceFirst(",NORMAL,", ",,"));
        }
        lines.remove(50);
        lines.add(lines.get(60).replaceFirst("-[0-9]{3}-[0-9]{4},", "-011-9999,"));
        return Files.write(folder.resolve("lb.csv"), lines);
    }

    @Test
    void compare_oneValueChanged_saysSoInOneSentenceAndShowsOldAndNew() {
        compareWithFolder(sample.later().resolve("lb.csv"));
        CompareStory story = told().story();
        assertThat(story.verdict()).isEqualTo(Result.FAILED);
        assertThat(story.sentence())
                .isEqualTo("1 of 15,777 records changed, 0 added, 0 missing; everything else is identical.");
        assertThat(story.leads().get(0)).isEqualTo("Compared with seal 2 (“database lock”) of study TS-2041.");
        assertThat(lines()).hasSize(1);
        ComparisonLine line = lines().get(0);
        assertThat(line.key()).startsWith(SampleStudy.SUBJECT + " · LBSEQ ");
        assertThat(line.field()).isEqualTo("LBORRES");
        assertThat(line.sealed().text()).isEqualTo("81");
        assertThat(line.later().text()).isEqualTo("41");
        assertThat(line.sealedRecord()).isEqualTo(line.laterRecord());
    }

    @Test
    void compare_otherwiseWritten_passesAndSaysSo() {
        compareWithFolder(sample.later().resolve("vs.csv"), sample.data().resolve("dm.csv"));
        CompareStory story = told().story();
        assertThat(story.verdict()).isEqualTo(Result.PASSED);
        assertThat(story.sentence()).contains("Some files were only written differently");
        assertThat(story.unchanged()).isEqualTo("dm");
        assertThat(told().table().size()).isZero();
    }

    @Test
    void compare_wholeSealWanted_countsWhatIsNotGivenAsMissing() {
        model.begin(Optional.of(sample.lockSeal()), List.of(sample.data().resolve("dm.csv")));
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.form().whole.set(true);
        model.compare();
        assertThat(told().story().verdict()).isEqualTo(Result.FAILED);
        assertThat(told().story().sentence()).isEqualTo("Not everything is as it was sealed.");
        assertThat(told().story().files())
                .extracting(CompareStory.FileLine::sentence)
                .contains("It was sealed, and is not among the files given.");
    }

    @Test
    void take_anEvidenceFolderForTheLaterCopy_saysSoAndLetsUseItAsTheSeal() {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of());
        model.take(List.of(sample.lockSeal(), sample.later().resolve("lb.csv")));
        assertThat(model.form().misplaced.get()).contains(sample.lockSeal());
        assertThat(model.form().later).containsExactly(sample.later().resolve("lb.csv"));
        assertThat(model.form().sealed.get().orElseThrow().path()).isEqualTo(sample.laboratoryPackage());
        model.useMisplaced();
        assertThat(model.form().misplaced.get()).isEmpty();
        assertThat(model.form().sealed.get().orElseThrow().path()).isEqualTo(sample.lockSeal());
    }

    @Test
    void compare_aLaterPackage_comparesWhatItShowsAndSaysWhatItIsWorth() {
        model.begin(Optional.of(sample.lockSeal()), List.of());
        model.take(List.of(sample.laboratoryPackage()));
        assertThat(model.form().later).containsExactly(sample.laboratoryPackage());
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.compare();
        assertThat(told().story().verdict()).isEqualTo(Result.INDETERMINATE);
        assertThat(told().story().leads())
                .anyMatch(lead -> lead.startsWith("The later copy is what a proof of seal 2"));
        assertThat(told().story().practice()).isTrue();
        assertThat(told().compared().report().verdict().word()).isEqualTo("passed");
    }

    @Test
    void compare_aDamagedLaterPackage_fails() throws Exception {
        byte[] bytes = Files.readAllBytes(sample.laboratoryPackage());
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.trialseal"), bytes);
        compareWithFolder(damaged);
        assertThat(told().story().verdict()).isEqualTo(Result.FAILED);
        assertThat(told().story().leads())
                .contains("The proof that was given as the later copy did not pass its own checks.");
    }

    @Test
    void compare_aPackage_needsNoPassphraseAndIsComparedAtOnce() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        assertThat(told().story().isPackage()).isTrue();
        assertThat(told().story().leads()).contains("Not all checks of the package itself could be made.");
        assertThat(told().story().practice()).isTrue();
        model.acceptPractice(true);
        assertThat(told().story().leads()).anyMatch(lead -> lead.contains("never evidence"));
        assertThat(told().table().kinds()).containsExactly(Kind.CHANGED, Kind.ADDED, Kind.MISSING);
        model.verify();
        assertThat(opened).containsExactly(new Route.Verify(Optional.of(sample.laboratoryPackage())));
    }

    @Test
    void table_filteredAndSorted_showsWhatWasAskedFor() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        TableModel table = told().table();
        int all = table.size();
        table.kind.set(Optional.of(Kind.MISSING));
        assertThat(lines()).hasSize(1).allMatch(line -> line.later().what() == What.NO_RECORD);
        table.kind.set(Optional.empty());
        table.field.set(Optional.of("LBNRIND"));
        assertThat(lines()).isNotEmpty().allMatch(line -> line.field().equals("LBNRIND"));
        assertThat(lines()).extracting(line -> line.later().what()).containsOnly(What.EMPTY);
        table.text.set("-9999");
        assertThat(lines()).isEmpty();
        table.clear();
        assertThat(lines()).hasSize(all);
        table.text.set("-9999");
        assertThat(lines()).extracting(ComparisonLine::kind).containsOnly(Kind.ADDED);
        table.clear();
        table.sort(Order.LATER_RECORD, true);
        List<Long> records = lines().stream()
                .map(line -> line.laterRecord().orElse(Long.MAX_VALUE))
                .toList();
        assertThat(records).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        table.sort(Order.KIND, false);
        assertThat(lines()).extracting(ComparisonLine::kind).isSorted();
    }

    @Test
    void lack_stepByStep_namesWhatIsMissing() {
        assertThat(model.form().lack()).contains(Lack.SEAL);
        files.next(sample.lockSeal());
        model.chooseFolder();
        assertThat(model.form().lack()).contains(Lack.LATER);
        files.next(sample.later().resolve("lb.csv"));
        model.chooseLater();
        assertThat(model.form().lack()).contains(Lack.PASSPHRASE);
        model.compare();
        assertThat(model.stageProperty().get()).isInstanceOf(Asking.class);
        files.next(sample.laboratoryPackage());
        model.choosePackage();
        assertThat(model.form().lack()).isEmpty();
    }

    @Test
    void take_aPackageAndData_knowsWhichIsWhich() throws Exception {
        Path data = edited();
        assertThat(model.take(List.of(data, sample.laboratoryPackage()))).isTrue();
        assertThat(model.form().later).containsExactly(data);
        assertThat(model.form().sealed.get().orElseThrow().path()).isEqualTo(sample.laboratoryPackage());
        model.compare();
        assertThat(model.take(List.of(data))).isFalse();
    }

    @Test
    void compare_wrongPassphrase_saysSoAndAsksAgain() {
        model.begin(Optional.of(sample.lockSeal()), List.of(sample.later().resolve("lb.csv")));
        model.form().passphrase.set("wrong");
        model.compare();
        assertThat(trouble().title()).isEqualTo("That is not the passphrase.");
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.compare();
        assertThat(told().story().verdict()).isEqualTo(Result.FAILED);
        assertThat(model.form().passphrase.get()).isEmpty();
    }

    @Test
    void compare_withoutTheStudyStore_saysWhereItCouldBe() throws Exception {
        model.close();
        model = model(Configuration.standard(Profiles.places(Files.createDirectory(folder.resolve("elsewhere")))));
        compareWithFolder(sample.later().resolve("lb.csv"));
        assertThat(trouble().title()).startsWith("The study store of this seal is not on this computer");
        assertThat(trouble().advice()).contains("proof package");
    }

    @Test
    void compare_aLaterFileThatIsGone_namesIt() {
        compareWithFolder(folder.resolve("gone.csv"));
        assertThat(trouble().title()).isEqualTo("gone.csv is not there.");
    }

    @Test
    void compare_aLaterFileThatIsAFolder_saysSo() {
        compareWithFolder(folder);
        assertThat(trouble().title()).contains("is a folder");
    }

    @Test
    void compare_aLaterFileThatDoesNotParse_saysWhere() throws IOException {
        Path broken = Files.writeString(folder.resolve("lb.csv"), "USUBJID,A\n1,\"2\n3,4\n");
        compareWithFolder(broken);
        assertThat(trouble().title()).isEqualTo("This file does not have the form it should have.");
        assertThat(trouble().detail()).contains("lb.csv");
    }

    @Test
    void compare_aDamagedPackage_saysSo() throws IOException {
        Path cut = folder.resolve("cut.trialseal");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(sample.laboratoryPackage()), 3_000));
        model.begin(Optional.of(cut), List.of(sample.data().resolve("lb.csv")));
        assertThat(trouble().title()).isEqualTo("This file does not have the form it should have.");
    }

    @Test
    void useSeal_thatIsGone_saysSo() {
        model.begin(Optional.of(folder.resolve("gone")), List.of());
        assertThat(trouble().title()).contains("is not there");
    }

    @Test
    void useSeal_aFolderThatIsNone_saysSo() {
        model.begin(Optional.of(folder), List.of());
        assertThat(trouble().advice()).isNotBlank();
        assertThat(model.form().lack()).contains(Lack.SEAL);
    }

    @Test
    void export_asCsvAndJson_hasAllDifferences() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        int lines = told().table().size();
        Path csv = folder.resolve("out");
        files.next(csv);
        model.export();
        Path written = ((Written) model.exportedProperty().get()).file();
        assertThat(written).isEqualTo(folder.resolve("out.csv"));
        List<String> text = Files.readAllLines(written, StandardCharsets.UTF_8);
        assertThat(text.get(0)).startsWith("\ufeffdataset,difference,key");
        assertThat(text).hasSizeGreaterThanOrEqualTo(lines + 1);
        Path json = folder.resolve("out.json");
        files.next(json);
        model.export();
        assertThat(Files.readString(json)).contains("\"verdict\" : \"failed\"").contains("\"LBNRIND\"");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    @Test
    void export_whereNothingCanBeWritten_saysSoAndLeavesNothing() throws Exception {
        model.begin(Optional.of(sample.laboratoryPackage()), List.of(edited()));
        files.next(folder.resolve("none").resolve("out.csv"));
        model.export();
        assertThat(model.exportedProperty().get()).isInstanceOf(NotWritten.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void sealInstead_opensTheSealingOfTheLaterFiles() {
        Path later = sample.later().resolve("lb.csv");
        model.begin(Optional.of(sample.lockSeal()), List.of(later));
        model.sealInstead();
        assertThat(opened).containsExactly(new Route.Seal(List.of(later)));
    }

    @Test
    void compare_sealedValuesNotKept_saysSoInsteadOfLeavingABlank() throws Exception {
        Path seal = sealWithoutACopy("A,VALUE\n1,=1+1\n2,b\n");
        Path later = Files.writeString(
                Files.createDirectories(folder.resolve("now")).resolve("t.csv"), "A,VALUE\n1,x\n2,b\n");
        model.begin(Optional.of(seal), List.of(later));
        model.form().passphrase.set("secret");
        model.compare();
        assertThat(lines()).extracting(line -> line.sealed().what()).containsOnly(What.NOT_KEPT);
        assertThat(told().table().lacksOld()).isTrue();
        model.askAgain();
        files.next(folder.resolve("then").resolve("t.csv"));
        model.chooseData();
        model.form().passphrase.set("secret");
        model.compare();
        assertThat(lines()).extracting(line -> line.sealed().text()).containsExactly("=1+1");
        LineWords lineWords = new LineWords(Words.in(Language.ENGLISH));
        assertThat(lineWords.copied(lines())).contains("\t'=1+1\tx\t");
    }

    @Test
    void run_stoppedWhileItIsPaused_endsWithoutAnOutcome() throws Exception {
        Surroundings around = Profiles.clean(home);
        SealComparing comparing =
                new SealComparing(configuration, around.formats(), around.random(), new LocalPolicy(configuration));
        model.begin(Optional.empty(), List.of(edited()));
        model.useSeal(sample.lockSeal());
        CompareRun run = new CompareRun(comparing, model.form().order());
        byte[] passphrase = SampleStudy.PASSPHRASE.getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        try (Jobs jobs = Jobs.onThreads(Runnable::run)) {
            Job job = jobs.of(meter -> run.run(passphrase, meter))
                    .then(outcome -> failure.completeExceptionally(new AssertionError("it was not stopped")))
                    .otherwise(failure::complete)
                    .start();
            job.pause();
            run.close();
            job.resume();
            assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }
    }

    private Path sealWithoutACopy(String text) throws Exception {
        Path data = Files.writeString(
                Files.createDirectories(folder.resolve("then")).resolve("t.csv"), text);
        Path out = folder.resolve("seal");
        Surroundings around = Profiles.clean(home);
        SealOrder order = new SealOrder(
                out,
                Optional.of(Network.PRACTICE),
                Study.of("T-1"),
                "lock",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                false,
                false,
                new Inputs(around.formats(), Inputs.Wishes.none()).all(List.of(data)));
        try (Passphrase passphrase = Passphrase.of("secret".getBytes(StandardCharsets.UTF_8))) {
            new StudySealing(configuration, around.random(), around.clock(), mayAsk -> Optional.empty())
                    .seal(order, passphrase, SealProgress.silent());
        }
        return out;
    }
}
