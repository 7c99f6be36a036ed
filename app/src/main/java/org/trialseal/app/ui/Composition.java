package org.trialseal.app.ui;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trialseal.app.ui.compare.CompareModel;
import org.trialseal.app.ui.compare.CompareScreen;
import org.trialseal.app.ui.file.Dispatch;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.file.FolderWindow;
import org.trialseal.app.ui.home.HomeModel;
import org.trialseal.app.ui.home.HomeScreen;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.paper.CertificateDesk;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.prove.ProveModel;
import org.trialseal.app.ui.prove.ProveScreen;
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
import org.trialseal.app.ui.studies.Anchors;
import org.trialseal.app.ui.studies.SealAction;
import org.trialseal.app.ui.studies.StudiesModel;
import org.trialseal.app.ui.studies.StudiesScreen;
import org.trialseal.app.ui.studies.StudiesWork;
import org.trialseal.app.ui.studies.StudyFolders;
import org.trialseal.app.ui.trail.TrailModel;
import org.trialseal.app.ui.trail.TrailScreen;
import org.trialseal.app.ui.verify.VerifyModel;
import org.trialseal.app.ui.verify.VerifyScreen;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.AnchorUpkeep;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.anchor.HeaderServers;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.anchor.RecentBlock;
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.app.work.input.InputPlanner;
import org.trialseal.app.work.prove.Proving;
import org.trialseal.app.work.study.KeptStudies;
import org.trialseal.app.work.study.PracticeSample;
import org.trialseal.app.work.study.SampleStudies;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.app.work.trail.TrailReader;
import org.trialseal.app.work.trail.Trails;
import org.trialseal.app.work.verify.Examiner;
import org.trialseal.app.work.verify.OfflineExaminer;
import org.trialseal.core.seal.NamedBlock;

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
    private final LocalPolicy policy;
    private final Anchoring anchoring;
    private final Anchors anchors;

    /**
     * @param folders shows where files lie
     * @param window shows notices, also after this was made anew
     * @param anchors asks for anchors, also after this was made anew
     */
    Composition(
            Surroundings surroundings,
            Configuration configuration,
            Words words,
            Jobs jobs,
            FileChoice files,
            FolderWindow folders,
            Function<Exception, String> explanation,
            Looks looks,
            ProgramSettings programSettings,
            Notices window,
            Anchors anchors) {
        this.surroundings = surroundings;
        this.configuration = configuration;
        this.words = words;
        this.jobs = jobs;
        this.files = files;
        this.explanation = explanation;
        this.looks = looks;
        this.programSettings = programSettings;
        this.window = window;
        this.anchors = anchors;
        register = new SealRegister(configuration.data());
        policy = new LocalPolicy(configuration, surroundings.bitcoin());
        anchoring = new Anchoring(configuration, surroundings.random(), surroundings.clock());
        shell = new ShellModel(
                jobs,
                new Dispatch(new KeptStudies(register, policy, surroundings.clock())::sealOf),
                explanation,
                folders,
                words);
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
                .on(Route.Prove.class, this::prove)
                .on(Route.Settings.class, route -> settings());
    }

    private HomeScreen home() {
        SampleStudies samples =
                new PracticeSample(configuration, surroundings.formats(), surroundings.random(), surroundings.clock());
        return new HomeScreen(words, new HomeModel(jobs, samples, shell, shell, explanation));
    }

    private SealScreen seal(Route.Seal route) {
        RecentBlock block = mayAsk -> recentBlock();
        StudySealing sealing = new StudySealing(configuration, surroundings.random(), surroundings.clock(), block);
        SealWork work = new SealFolders(sealing, anchoring, register, anchors::ask);
        InputPlanner plans = new InputPlanner(surroundings.formats());
        return new SealScreen(
                words, new SealModel(jobs, work, plans, files, shell, paper(), words, this::trouble), route.files());
    }

    /** The newest block on the disk; no server is asked, so that nothing else leaves this computer. */
    private Optional<NamedBlock> recentBlock() throws InterruptedIOException {
        return LocalHeaders.mayKnow(configuration) ? headers().recent(false, why -> {}) : Optional.empty();
    }

    private LocalHeaders headers() {
        return new LocalHeaders(configuration, surroundings.bitcoin().get());
    }

    private StudiesScreen studies(Route.Studies route) {
        KeptStudies studies = new KeptStudies(register, policy, surroundings.clock());
        StudiesWork work = new StudyFolders(register, studies, anchoring);
        StudiesModel model = new StudiesModel(jobs, work, files, shell, window, words, explanation, anchors);
        return new StudiesScreen(words, model, sealActions(), route.added());
    }

    /** The buttons below each seal of a study, one line each. */
    private List<SealAction> sealActions() {
        return List.of(
                new SealAction("prove", words.of("prove.action"), seal -> shell.open(new Route.Prove(seal.folder()))),
                new SealAction(
                        "studies-compare",
                        words.of("compare.action"),
                        seal -> shell.open(new Route.Compare(Optional.of(seal.folder()), List.of()))),
                new SealAction("certificate", words.of("paper.save"), seal -> paper().saveSeal(seal.folder())));
    }

    private ProveScreen prove(Route.Prove route) {
        Proving proving =
                new Proving(configuration, surroundings.formats(), surroundings.random(), surroundings.clock());
        ProveModel.Services services = new ProveModel.Services(jobs, proving, files, shell, words, this::trouble);
        return new ProveScreen(words, new ProveModel(services, route.folder(), ProveModel.PAUSE));
    }

    private CertificateDesk paper() {
        return new CertificateDesk(jobs, files, shell, policy, words, this::trouble);
    }

    /** Brings the anchors of this computer further, with the settings in force. */
    AnchorUpkeep upkeep() {
        return new AnchorUpkeep(
                register,
                anchoring::upgrade,
                headers(),
                HeaderServers.areConfigured(configuration),
                policy,
                surroundings.clock());
    }

    private VerifyScreen verify(Route.Verify route) {
        Examiner examiner = new OfflineExaminer(policy);
        return new VerifyScreen(
                words, new VerifyModel(jobs, examiner, files, shell, paper(), words, this::trouble), route.file());
    }

    private CompareScreen compare(Route.Compare route) {
        SealComparing comparing =
                new SealComparing(configuration, surroundings.formats(), surroundings.random(), policy);
        CompareModel model = new CompareModel(jobs, comparing, register, files, shell, words, this::trouble);
        return new CompareScreen(words, model, route.seal(), route.later());
    }

    private TrailScreen picture(Route.ProofPicture route) {
        Trails trails = new TrailReader(policy);
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
