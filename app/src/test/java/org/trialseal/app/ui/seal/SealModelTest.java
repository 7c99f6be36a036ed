package org.trialseal.app.ui.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.app.testing.SharedFiles;
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
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.input.InputPlanner;
import org.trialseal.app.work.input.InputWishes;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.seal.Network;

/** The door Seal without a toolkit. */
final class SealModelTest {
    private static final Navigator NOWHERE = new Navigator() {
        @Override
        public void open(Route route) {}

        @Override
        public void back() {}

        @Override
        public void showFolder(Path saved) {}
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
    void define_addedLaterAndTakenAway_describesTheOthersMeanwhile() throws Exception {
        SealModel model = model();
        model.add(List.of(file("lb.csv", "USUBJID,DRAW,ALT\n01,1,34\n01,2,41\n")));
        assertThat(plan(model).tables().get(0).described()).isEmpty();
        model.add(List.of(file("define.xml", DefineFiles.LB)));
        PlannedInput.Table table = plan(model).tables().get(0);
        assertThat(table.keysFrom()).isEqualTo(KeyOrigin.DEFINE);
        assertThat(table.keys()).containsExactly("USUBJID", "DRAW");
        assertThat(table.described().orElseThrow().file()).isEqualTo("define.xml");

        model.inputs().get(0).table("lb", new InputWishes.Table(table.subject(), List.of("DRAW"), Optional.empty()));
        assertThat(plan(model).tables().get(0).keysFrom()).isEqualTo(KeyOrigin.ASKED);
        assertThat(plan(model).tables().get(0).described().orElseThrow().gives())
                .doesNotContain("keys");
        model.inputs().get(1).asDocument(true);
        assertThat(plan(model).tables().get(0).described()).isEmpty();
        assertThat(plan(model).tables().get(0).keys()).containsExactly("DRAW");
        model.inputs().get(1).asDocument(false);
        assertThat(plan(model).tables().get(0).described()).isPresent();
        model.remove(model.inputs().get(1));
        assertThat(plan(model).tables().get(0).described()).isEmpty();
    }

    @Test
    void define_addedWithTheData_orBroken_isSaidWhereItStands() throws Exception {
        SealModel model = model();
        Path data = file("lb.csv", "USUBJID,DRAW,ALT\n01,1,34\n01,2,41\n");
        model.add(List.of(data, file("define.xml", DefineFiles.LB), file("cut.xml", DefineFiles.LB.substring(0, 400))));
        assertThat(plan(model).tables().get(0).keysFrom()).isEqualTo(KeyOrigin.DEFINE);
        assertThat(model.inputs().get(1).isDescribing()).isTrue();
        assertThat(model.inputs().get(2).stateProperty().get()).isInstanceOf(Refused.class);
        model.inputs().get(2).asDocument(true);
        assertThat(model.items().orElseThrow()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adam-xpt/adae.xpt|SAS transport file, version 5; 55 of 55 variables have labels;"
                        + " 7400 missing numbers (. 7400), each with its own code",
                "dataset-json/sdtm/lb.json|CDISC Dataset-JSON, version 1.1;"
                        + " the file states 3488 records, and so many there are; 23 of 23 columns have labels",
                "redcap/simple/project-odm.xml|CDISC ODM-XML, version 1.3.1;"
                        + " a snapshot: the data as they stood when it was written; written by REDCap 14.7.3",
                "odm/rave-clinical-audit-records.xml|CDISC ODM-XML, version 1.3;"
                        + " transactional: every change is a record of its own; written by Medidata Rave;"
                        + " 1113 audit records, sealed as an event log",
                "odm/odm-1.3.2-cdash-metadata.xml|CDISC ODM-XML, version 1.3.2; a study design without data",
                "sdtm-xpt/define.xml|Define-XML, version 2.0.0, sealed by its bytes; it describes 31 datasets;"
                        + " its value-level metadata are not used (18 value lists, 226 where clauses): they are sealed"
                        + " with its bytes only",
            })
    void file_ofAKnownFormat_saysWhatItIs(String name, String facts) {
        SealModel model = model();
        model.add(List.of(SharedFiles.data(name)));
        assertThat(Phrase.english(plan(model).facts())).containsExactly(facts.split("; "));
        Words german = Words.in(Language.GERMAN);
        assertThat(plan(model).facts().stream().map(german::say))
                .doesNotContainAnyElementsOf(List.of(facts.split("; ")))
                .noneMatch(text -> text.contains("{"));
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
