package org.trialseal.app.ui;

import java.util.function.Function;
import org.trialseal.app.ui.file.Dispatch;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.file.KnownSeals;
import org.trialseal.app.ui.home.HomeModel;
import org.trialseal.app.ui.home.HomeScreen;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.route.Screens;
import org.trialseal.app.ui.seal.SealFolders;
import org.trialseal.app.ui.seal.SealModel;
import org.trialseal.app.ui.seal.SealScreen;
import org.trialseal.app.ui.seal.SealWork;
import org.trialseal.app.ui.settings.Looks;
import org.trialseal.app.ui.settings.SettingsModel;
import org.trialseal.app.ui.settings.SettingsScreen;
import org.trialseal.app.ui.shell.ShellModel;
import org.trialseal.app.ui.shell.Unfinished;
import org.trialseal.app.ui.trail.TrailModel;
import org.trialseal.app.ui.trail.TrailScreen;
import org.trialseal.app.ui.verify.VerifyModel;
import org.trialseal.app.ui.verify.VerifyScreen;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.Examiner;
import org.trialseal.app.work.InputPlanner;
import org.trialseal.app.work.OfflineExaminer;
import org.trialseal.app.work.PracticeSample;
import org.trialseal.app.work.SampleStudies;
import org.trialseal.app.work.TrailReader;
import org.trialseal.app.work.Trails;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.verify.VerificationPolicy;

/** Makes every service and every screen: the only place that knows them all. */
final class Composition {
    private final Surroundings surroundings;
    private final Configuration configuration;
    private final Words words;
    private final Jobs jobs;

    private final FileChoice files;

    private final Function<Exception, String> explanation;
    private final Looks looks;
    private final ShellModel shell;

    Composition(
            Surroundings surroundings,
            Configuration configuration,
            Words words,
            Jobs jobs,
            FileChoice files,
            Function<Exception, String> explanation,
            Looks looks) {
        this.surroundings = surroundings;
        this.configuration = configuration;
        this.words = words;
        this.jobs = jobs;
        this.files = files;
        this.explanation = explanation;
        this.looks = looks;
        KnownSeals none = later -> java.util.Optional.empty();
        shell = new ShellModel(jobs, new Dispatch(none), explanation);
    }

    ShellModel shell() {
        return shell;
    }

    Screens screens() {
        return new Screens()
                .on(Route.Home.class, route -> home())
                .on(Route.Seal.class, this::seal)
                .on(Route.Verify.class, this::verify)
                .on(Route.ProofPicture.class, this::picture)
                .on(Route.Studies.class, route -> new Unfinished(words))
                .on(Route.Compare.class, route -> new Unfinished(words))
                .on(Route.Prove.class, route -> new Unfinished(words))
                .on(Route.Settings.class, route -> settings());
    }

    private HomeScreen home() {
        SampleStudies samples =
                new PracticeSample(configuration, surroundings.formats(), surroundings.random(), surroundings.clock());
        return new HomeScreen(words, new HomeModel(jobs, samples, shell, shell, explanation));
    }

    private SealScreen seal(Route.Seal route) {
        SealWork work = new SealFolders(configuration, surroundings.random(), surroundings.clock());
        InputPlanner plans = new InputPlanner(surroundings.formats());
        return new SealScreen(
                words, new SealModel(jobs, work, plans, files, shell, words, this::trouble), route.files());
    }

    private VerifyScreen verify(Route.Verify route) {
        Examiner examiner = new OfflineExaminer(Composition::policy);
        return new VerifyScreen(
                words, new VerifyModel(jobs, examiner, files, shell, words, this::trouble), route.file());
    }

    private TrailScreen picture(Route.ProofPicture route) {
        Trails trails = new TrailReader(Composition::policy);
        TrailModel model = TrailModel.inWindow(jobs, trails, files, shell, words, this::trouble);
        return new TrailScreen(words, model, shell, route.file());
    }

    private static VerificationPolicy policy() {
        return VerificationPolicy.standard(Checkpoints.shipped());
    }

    private Trouble trouble(Exception failure) {
        return Trouble.of(words, failure);
    }

    private SettingsScreen settings() {
        return new SettingsScreen(words, new SettingsModel(looks, shell, explanation));
    }
}
