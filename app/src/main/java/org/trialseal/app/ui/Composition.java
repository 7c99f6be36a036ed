package org.trialseal.app.ui;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.trialseal.app.ui.compare.CompareModel;
import org.trialseal.app.ui.compare.CompareScreen;
import org.trialseal.app.ui.file.Dispatch;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.home.HomeModel;
import org.trialseal.app.ui.home.HomeScreen;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.route.Screens;
import org.trialseal.app.ui.seal.SealFolders;
import org.trialseal.app.ui.seal.SealModel;
import org.trialseal.app.ui.seal.SealScreen;
import org.trialseal.app.ui.seal.SealWork;
import org.trialseal.app.ui.settings.Looks;
import org.trialseal.app.ui.settings.ProgramSettings;
import org.trialseal.app.ui.settings.SettingsModel;
import org.trialseal.app.ui.settings.SettingsScreen;
import org.trialseal.app.ui.shell.ShellModel;
import org.trialseal.app.ui.shell.Unfinished;
import org.trialseal.app.ui.studies.AnchorNews;
import org.trialseal.app.ui.studies.StudiesModel;
import org.trialseal.app.ui.studies.StudiesScreen;
import org.trialseal.app.ui.trail.TrailModel;
import org.trialseal.app.ui.trail.TrailScreen;
import org.trialseal.app.ui.verify.VerifyModel;
import org.trialseal.app.ui.verify.VerifyScreen;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.AnchorWatch;
import org.trialseal.app.work.Anchoring;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.Examiner;
import org.trialseal.app.work.InputPlanner;
import org.trialseal.app.work.KeptStudies;
import org.trialseal.app.work.LocalPolicy;
import org.trialseal.app.work.OfflineExaminer;
import org.trialseal.app.work.PracticeSample;
import org.trialseal.app.work.SampleStudies;
import org.trialseal.app.work.SealComparing;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.TrailReader;
import org.trialseal.app.work.Trails;

/** Makes every service and every screen: the only place that knows them all. Made anew when the language changes. */
final class Composition {
    private final Surroundings surroundings;
    private final Configuration configuration;
    private final Words words;
    private final Jobs jobs;

    private final FileChoice files;

    private final Function<Exception, String> explanation;
    private final Looks looks;
    private final ProgramSettings programSettings;
    private final Notices window;
    private final ShellModel shell;
    private final SealRegister register;
    private final KeptStudies studies;
    private final AnchorNews news = new AnchorNews();

    /** @param window shows notices, also after this was made anew */
    Composition(
            Surroundings surroundings,
            Configuration configuration,
            Words words,
            Jobs jobs,
            FileChoice files,
            Function<Exception, String> explanation,
            Looks looks,
            ProgramSettings programSettings,
            Notices window) {
        this.surroundings = surroundings;
        this.configuration = configuration;
        this.words = words;
        this.jobs = jobs;
        this.files = files;
        this.explanation = explanation;
        this.looks = looks;
        this.programSettings = programSettings;
        this.window = window;
        register = new SealRegister(configuration.data());
        studies = new KeptStudies(register, new LocalPolicy(configuration), surroundings.clock());
        shell = new ShellModel(jobs, new Dispatch(studies::sealOf), explanation);
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
                .on(Route.Studies.class, this::studies)
                .on(Route.Compare.class, this::compare)
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

    private StudiesScreen studies(Route.Studies route) {
        StudiesModel model = new StudiesModel(jobs, studies, register, files, window, words, explanation, news);
        return new StudiesScreen(words, model, route.added());
    }

    /** Asks for what is pending until it is closed. */
    AnchorWatch watch(Executor screen) {
        Anchoring anchoring = new Anchoring(configuration, surroundings.random(), surroundings.clock());
        AnchorWatch watch = new AnchorWatch(
                register, anchoring::upgrade, surroundings.random(), round -> screen.execute(() -> news.tell(round)));
        watch.start();
        return watch;
    }

    private VerifyScreen verify(Route.Verify route) {
        Examiner examiner = new OfflineExaminer(new LocalPolicy(configuration));
        return new VerifyScreen(
                words, new VerifyModel(jobs, examiner, files, shell, words, this::trouble), route.file());
    }

    private CompareScreen compare(Route.Compare route) {
        SealComparing comparing = new SealComparing(
                configuration, surroundings.formats(), surroundings.random(), new LocalPolicy(configuration));
        CompareModel model = new CompareModel(jobs, comparing, register, files, shell, words, this::trouble);
        return new CompareScreen(words, model, route.seal(), route.later());
    }

    private TrailScreen picture(Route.ProofPicture route) {
        Trails trails = new TrailReader(new LocalPolicy(configuration));
        TrailModel model = TrailModel.inWindow(jobs, trails, files, shell, words, this::trouble);
        return new TrailScreen(words, model, shell, route.file());
    }

    private Trouble trouble(Exception failure) {
        return Trouble.of(words, failure);
    }

    private SettingsScreen settings() {
        return new SettingsScreen(words, new SettingsModel(looks, programSettings, files, window, words, explanation));
    }
}
