package org.trialseal.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.ui.compare.CompareModel.Asking;
import org.trialseal.app.ui.compare.CompareModel.Told;
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
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.app.work.study.SampleStudy;

/** A comparison without a window, on the sample trial. */
abstract class CompareModelCase {
    @TempDir
    static Path home;

    static SampleStudy sample;

    @TempDir
    Path folder;

    final ChosenFiles files = new ChosenFiles();
    final List<Route> opened = new ArrayList<>();
    Configuration configuration;
    CompareModel model;

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

    CompareModel model(Configuration with) {
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

    void compareWithFolder(Path... later) {
        model.begin(Optional.of(sample.lockSeal()), List.of(later));
        model.form().passphrase.set(SampleStudy.PASSPHRASE);
        model.compare();
    }

    Told told() {
        assertThat(model.stageProperty().get()).isInstanceOf(Told.class);
        return (Told) model.stageProperty().get();
    }

    Trouble trouble() {
        assertThat(model.stageProperty().get()).isInstanceOf(Asking.class);
        return ((Asking) model.stageProperty().get()).trouble().orElseThrow();
    }

    List<ComparisonLine> lines() {
        return List.copyOf(told().table().shownProperty().get());
    }

    /** The laboratory results with a record removed, one added and some values changed. */
    Path edited() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(sample.data().resolve("lb.csv")));
        for (int i = 1; i < 1_001; i += 100) {
            lines.set(i, lines.get(i).replaceFirst(",NORMAL,", ",,"));
        }
        lines.remove(50);
        lines.add(lines.get(60).replaceFirst("-[0-9]{3}-[0-9]{4},", "-011-9999,"));
        return Files.write(folder.resolve("lb.csv"), lines);
    }
}
