package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.compare.CompareForm.Lack;
import org.trialseal.app.ui.compare.CompareModel.Asking;
import org.trialseal.app.ui.compare.CompareModel.NotWritten;
import org.trialseal.app.ui.compare.CompareModel.Written;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.core.verify.Result;

/** What is asked for, told, exported and stopped. */
final class CompareModelTest extends CompareModelCase {
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
    void compare_oneValueChangedAndAColumnAdded_doesNotCallAllElseIdentical() throws Exception {
        List<String> rows = Files.readAllLines(sample.later().resolve("lb.csv"));
        List<String> wider = new ArrayList<>(List.of(rows.get(0) + ",NEW"));
        rows.subList(1, rows.size()).forEach(row -> wider.add(row + ",1"));
        compareWithFolder(Files.write(folder.resolve("lb.csv"), wider));
        CompareStory story = told().story();
        assertThat(story.verdict()).isEqualTo(Result.FAILED);
        assertThat(story.sentence()).isEqualTo("1 of 15,777 records changed, 0 added, 0 missing.");
        assertThat(story.files().get(0).notes()).contains("Columns added since: NEW.");
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
        assertThat(told().story().sentence()).endsWith("but not all checks of the proof itself could be made.");
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
}
