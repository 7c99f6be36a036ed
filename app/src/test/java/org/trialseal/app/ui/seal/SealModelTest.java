package org.trialseal.app.ui.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.seal.InputModel.Refused;
import org.trialseal.app.ui.seal.InputModel.Understood;
import org.trialseal.app.ui.seal.SealForm.Lack;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.Desks;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Anchoring;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.InputPlanner;
import org.trialseal.app.work.InputWishes;
import org.trialseal.app.work.PlannedInput;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.StudySealing;
import org.trialseal.core.seal.Network;

/** The door Seal without a toolkit. */
final class SealModelTest {
    private static final Navigator NOWHERE = new Navigator() {
        @Override
        public void open(Route route) {}

        @Override
        public void back() {}
    };

    @TempDir
    private Path home;

    private SealModel model() {
        Surroundings around = Profiles.clean(home);
        Words words = Words.in(Language.ENGLISH);
        return new SealModel(
                ImmediateJobs.create(),
                work(around),
                new InputPlanner(around.formats()),
                new ChosenFiles(),
                NOWHERE,
                Desks.of(new ChosenFiles(), notice -> {}, words),
                words,
                failure -> Trouble.of(words, failure));
    }

    private static SealFolders work(Surroundings around) {
        Configuration configuration = Configuration.standard(around.places());
        return new SealFolders(
                new StudySealing(configuration, around.random(), around.clock(), mayAsk -> Optional.empty()),
                new Anchoring(configuration, around.random(), around.clock()),
                new SealRegister(configuration.data()),
                () -> {});
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(home.resolve(name), content);
    }

    private static PlannedInput plan(SealModel model) {
        return ((Understood) model.inputs().get(0).stateProperty().get()).plan();
    }

    private static void answer(SealModel model) {
        SealForm form = model.form();
        form.study.set("TS-1");
        form.milestone.set("database lock");
        form.passphrase.set("secret");
        form.again.set("secret");
        form.network.set(Network.PRACTICE);
    }

    @Test
    void file_added_isUnderstoodWithItsFirstRecords() throws Exception {
        SealModel model = model();
        model.add(List.of(file("dm.csv", "USUBJID,AGE\n01,34\n02,41\n")));
        PlannedInput.Table table = plan(model).tables().get(0);
        assertThat(table.subject()).contains("USUBJID");
        assertThat(table.records()).isEqualTo(2);
        assertThat(table.first()).containsExactly(List.of("01", "34"), List.of("02", "41"));
    }

    @Test
    void table_mended_isSealedAsItWasMended() throws Exception {
        SealModel model = model();
        model.add(List.of(file("dm.csv", "USUBJID,AGE\n01,34\n02,41\n")));
        model.inputs().get(0).table("dm", new InputWishes.Table(Optional.empty(), List.of("AGE"), Optional.empty()));
        PlannedInput.Table table = plan(model).tables().get(0);
        assertThat(table.subject()).isEmpty();
        assertThat(table.keys()).containsExactly("AGE");
    }

    @Test
    void option_thatDoesNotFit_isRefusedAndCanBeTakenBack() throws Exception {
        SealModel model = model();
        model.add(List.of(file("broken.csv", "USUBJID,AGE\n01,34\n02,\"41\n03,29\n")));
        InputModel input = model.inputs().get(0);
        assertThat(input.stateProperty().get()).isInstanceOf(Refused.class);
        assertThat(((Refused) input.stateProperty().get()).importer()).contains("csv");
        assertThat(model.items()).isEmpty();
        input.option("quote", "none");
        assertThat(plan(model).records()).isEqualTo(3);
        input.asDocument(true);
        assertThat(plan(model).importer()).isEmpty();
    }

    @Test
    void answers_missing_areNamedUntilThereAreNone() throws Exception {
        SealModel model = model();
        model.add(List.of(file("dm.csv", "USUBJID,AGE\n01,34\n")));
        assertThat(model.form().lacks()).containsExactly(Lack.STUDY, Lack.MILESTONE, Lack.PASSPHRASE);
        answer(model);
        assertThat(model.form().lacks()).isEmpty();
        assertThat(model.form().folder.get())
                .isEqualTo(home.resolve("TS-1-seal-1").toString());
        model.form().again.set("another");
        assertThat(model.form().lacks()).containsExactly(Lack.AGAIN);
    }

    @Test
    void seal_ofAll_isMadeAnchoredForgottenAndOfferedToTheNext() throws Exception {
        SealModel model = model();
        model.add(List.of(file("dm.csv", "USUBJID,AGE\n01,34\n")));
        answer(model);
        model.seal();
        assertThat(model.stageProperty().get()).isInstanceOf(SealModel.Sealed.class);
        assertThat(model.anchoredProperty().get()).isInstanceOf(SealModel.Answered.class);
        assertThat(model.form().passphrase.get()).isEmpty();

        SealModel next = model();
        assertThat(next.previous()).hasSize(1);
        next.form().previous.set(Optional.of(next.previous().get(0)));
        assertThat(next.form().number()).isEqualTo(2);
        assertThat(next.form().study.get()).isEqualTo("TS-1");
        assertThat(next.form().network.get()).isEqualTo(Network.PRACTICE);
    }

    @Test
    void folder_thatExists_isSaidAndNothingIsMade() throws Exception {
        SealModel model = model();
        model.add(List.of(file("dm.csv", "USUBJID,AGE\n01,34\n")));
        answer(model);
        Files.createDirectory(home.resolve("TS-1-seal-1"));
        model.seal();
        assertThat(((SealModel.Preparing) model.stageProperty().get()).trouble())
                .isPresent();
        assertThat(home.resolve("TS-1-seal-1")).isEmptyDirectory();
        assertThat(model.form().passphrase.get()).isEqualTo("secret");
    }
}
