package org.trialseal.app.ui.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.prove.PartModel.What;
import org.trialseal.app.ui.prove.PreviewModel.Lacking;
import org.trialseal.app.ui.prove.PreviewModel.Refused;
import org.trialseal.app.ui.prove.PreviewModel.Shown;
import org.trialseal.app.ui.prove.ProveModel.Choosing;
import org.trialseal.app.ui.prove.ProveModel.Locked;
import org.trialseal.app.ui.prove.ProveModel.Saved;
import org.trialseal.app.ui.prove.ProveModel.Saving;
import org.trialseal.app.ui.prove.ProveModel.Unusable;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.ProofOrder;
import org.trialseal.app.work.prove.Proving;
import org.trialseal.app.work.study.SampleStudy;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.prove.Fields;
import org.trialseal.core.prove.ProofPreview;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.Verifier;

/** The making of packages without a toolkit, on the sample trial. */
final class ProveModelTest {
    private static final List<String> FIELDS = List.of("LBTESTCD", "LBORRES");

    @TempDir
    private static Path home;

    private static SampleStudy sample = new SampleStudy(Path.of(""));

    @TempDir
    private Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final List<Route> opened = new ArrayList<>();

    @BeforeAll
    static void makeSample() throws Exception {
        sample = Samples.in(home);
    }

    @AfterAll
    static void nothingLeft() throws Exception {
        assertThat(names(sample.folder())).noneMatch(name -> name.startsWith(".trialseal"));
    }

    private static Proving proving() {
        Surroundings around = Profiles.clean(home);
        return new Proving(Configuration.standard(around.places()), around.formats(), around.random(), around.clock());
    }

    private ProveModel model(Jobs jobs, Path seal) {
        Words words = Words.in(Language.ENGLISH);
        Navigator navigator = new Navigator() {
            @Override
            public void open(Route route) {
                opened.add(route);
            }

            @Override
            public void back() {}

            @Override
            public void showFolder(Path saved) {}
        };
        return new ProveModel(
                new ProveModel.Services(
                        jobs, proving(), files, navigator, words, failure -> Trouble.of(words, failure)),
                seal,
                0);
    }

    private ProveModel unlocked() {
        ProveModel model = model(ImmediateJobs.create(), sample.lockSeal());
        model.passphrase.set(SampleStudy.PASSPHRASE);
        model.unlock();
        assertThat(model.stageProperty().get()).isInstanceOf(Choosing.class);
        return model;
    }

    private static PartModel part(ProveModel model, String name) {
        return ((Choosing) model.stageProperty().get())
                .parts().stream()
                        .filter(part -> part.part().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static void only(ProveModel model, String name, What what) {
        List<PartModel> parts = ((Choosing) model.stageProperty().get()).parts();
        parts.forEach(part -> part.what.set(What.NOTHING));
        part(model, name).what.set(what);
    }

    private static ProofPreview preview(ProveModel model) {
        PreviewModel.State state = model.preview().stateProperty().get();
        assertThat(state).isInstanceOf(Shown.class);
        return ((Shown) state).preview();
    }

    private Path saved(ProveModel model) {
        Path out = folder.resolve("p.trialseal");
        files.next(out);
        model.save();
        assertThat(model.stageProperty().get()).isInstanceOf(Saved.class);
        return out;
    }

    private static List<Disclosed> disclosed(Path file) throws Exception {
        return new Verifier(VerificationPolicy.standard(org.trialseal.core.bitcoin.Checkpoints.shipped())
                        .acceptingPractice())
                .verify(PathFile.of(file))
                .disclosed();
    }

    private static byte[] byCommand(List<Selection> selections, Fields fields, Path out) throws Exception {
        Proving proving = proving();
        try (OpenedSeal seal = proving.open(
                        EvidenceFolder.open(sample.lockSeal()), proving.files(List.of()), SampleStudy.passphrase())
                .seal()) {
            seal.write(new ProofOrder(selections, fields), out, SealProgress.silent());
        }
        return Files.readAllBytes(out);
    }

    private static List<String> names(Path place) throws Exception {
        try (Stream<Path> inside = Files.list(place)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void folder_thatIsNone_isSaid() {
        ProveModel model = model(ImmediateJobs.create(), folder.resolve("nowhere"));
        assertThat(model.stageProperty().get()).isInstanceOf(Unusable.class);
    }

    @Test
    void passphrase_wrong_isNotKeptAndCanBeTypedAgain() {
        ProveModel model = model(ImmediateJobs.create(), sample.lockSeal());
        model.unlock();
        assertThat(((Locked) model.stageProperty().get()).trouble())
                .as("nothing typed")
                .isEmpty();
        model.passphrase.set("wrong");
        model.unlock();
        assertThat(((Locked) model.stageProperty().get()).trouble().map(Trouble::title))
                .contains("That is not the passphrase.");
        assertThat(model.passphrase.get()).isEmpty();
    }

    @Test
    void subject_chosen_isPreviewedAndSavedInTheVeryBytesOfTheCommandLine() throws Exception {
        ProveModel model = unlocked();
        assertThat(model.subjects().size()).isEqualTo(240);
        assertThat(((Lacking) model.preview().stateProperty().get()).lack()).isEqualTo(ProofWish.Lack.EVERYTHING);
        model.subjects().search.set("014-0007");
        model.subjects().chooseFirst();
        ProofPreview preview = preview(model);
        Path out = saved(model);
        List<Disclosed> disclosed = disclosed(out);
        assertThat(disclosed).hasSameSizeAs(preview.tables());
        for (int i = 0; i < disclosed.size(); i++) {
            ProofPreview.Table table = preview.tables().get(i);
            assertThat(disclosed.get(i).name()).isEqualTo(table.name());
            assertThat(disclosed.get(i).records().shown())
                    .isEqualTo(table.records().shown());
            assertThat(disclosed.get(i).columns()).isEqualTo(table.shownColumns());
        }
        assertThat(Files.readAllBytes(out))
                .isEqualTo(byCommand(
                        List.of(new Selection.Subjects(List.of(SampleStudy.SUBJECT))),
                        Fields.all(),
                        folder.resolve("q")));
        model.verify();
        assertThat(opened).containsExactly(new Route.Verify(Optional.of(out)));
        model.again();
        assertThat(model.subjects().chosen()).containsExactly(SampleStudy.SUBJECT);
    }

    @Test
    void fields_ofOneRecord_areSavedInTheVeryBytesOfTheCommandLine() throws Exception {
        ProveModel model = unlocked();
        only(model, "lb", What.RECORDS);
        PartModel lb = part(model, "lb");
        assertThat(((Lacking) model.preview().stateProperty().get()).lack()).isEqualTo(ProofWish.Lack.RECORDS);
        lb.conditions.get(0).column.set("USUBJID");
        lb.conditions.get(0).value.set(SampleStudy.SUBJECT);
        lb.conditions.get(1).column.set("LBTESTCD");
        lb.conditions.get(1).value.set("ALT");
        lb.allFields.set(false);
        assertThat(((Lacking) model.preview().stateProperty().get()).lack()).isEqualTo(ProofWish.Lack.FIELDS);
        FIELDS.forEach(field -> lb.field(field, true));
        assertThat(preview(model).tables().get(0).shownColumns()).isEqualTo(FIELDS);
        assertThat(Files.readAllBytes(saved(model)))
                .isEqualTo(byCommand(
                        List.of(new Selection.Records("lb", Map.of("USUBJID", SampleStudy.SUBJECT, "LBTESTCD", "ALT"))),
                        Fields.named(FIELDS),
                        folder.resolve("q")));
    }

    @Test
    void everything_chosen_isSavedInTheVeryBytesOfTheCommandLine() throws Exception {
        ProveModel model = unlocked();
        model.everything();
        ProofPreview preview = preview(model);
        assertThat(preview.opened()).isEqualTo(preview.entries());
        assertThat(Files.readAllBytes(saved(model)))
                .isEqualTo(byCommand(List.of(new Selection.All(Set.of())), Fields.all(), folder.resolve("q")));
    }

    @Test
    void rows_thatMakeNoSense_areSaidAtOnce() {
        ProveModel model = unlocked();
        only(model, "dm", What.RECORDS);
        part(model, "dm").rows.set("three");
        assertThat(((Refused) model.preview().stateProperty().get()).trouble().detail())
                .contains("such as 3,17-20");
        part(model, "dm").rows.set("9999");
        assertThat(((Refused) model.preview().stateProperty().get()).trouble().detail())
                .contains("none is number 9,999");
        part(model, "dm").rows.set("1-3");
        assertThat(preview(model).tables().get(0).records().shown()).isEqualTo(3);
        files.next(folder.resolve("x"));
        model.save();
        assertThat(folder.resolve("x.trialseal")).as("the suffix is added").exists();
    }

    @Test
    void target_thatIsSomethingElse_isLeftAndTheChoiceStays() throws Exception {
        ProveModel model = unlocked();
        model.everything();
        Path taken = Files.writeString(folder.resolve("notes.txt"), "notes");
        files.next(taken);
        model.save();
        assertThat(((Choosing) model.stageProperty().get()).trouble().map(Trouble::title))
                .contains("notes.txt exists already.");
        assertThat(taken).hasContent("notes");
        assertThat(names(folder)).containsExactly("notes.txt");
    }

    @Test
    void saving_heldAndStopped_leavesNothing() throws Exception {
        ExecutorService screen = Executors.newSingleThreadExecutor();
        try (Jobs jobs = Jobs.onThreads(screen::execute)) {
            ProveModel model = on(screen, () -> model(jobs, sample.lockSeal()));
            until(screen, () -> model.stageProperty().get() instanceof Locked);
            on(screen, () -> {
                model.passphrase.set(SampleStudy.PASSPHRASE);
                model.unlock();
                return true;
            });
            until(screen, () -> model.census().stateProperty().get() instanceof CensusModel.Known);
            on(screen, () -> {
                model.everything();
                return true;
            });
            until(screen, () -> model.preview().stateProperty().get() instanceof Shown);
            on(screen, () -> {
                files.next(folder.resolve("p.trialseal"));
                model.save();
                model.pauseOrResume();
                return true;
            });
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(on(screen, () -> model.stageProperty().get())).isInstanceOf(Saving.class);
            on(screen, () -> {
                model.stop();
                return true;
            });
            until(screen, () -> model.stageProperty().get() instanceof Choosing choosing && choosing.stopped());
            assertThat(names(folder)).isEmpty();
            on(screen, () -> {
                model.close();
                return true;
            });
        } finally {
            screen.shutdown();
        }
    }

    private static <T> T on(ExecutorService screen, Callable<T> action) throws Exception {
        return screen.submit(action).get(20, TimeUnit.SECONDS);
    }

    private static void until(ExecutorService screen, Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 200 && !on(screen, condition); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(on(screen, condition)).isTrue();
    }
}
