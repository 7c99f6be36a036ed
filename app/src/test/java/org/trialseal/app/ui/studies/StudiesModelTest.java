package org.trialseal.app.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.anchor.AnchorFault;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.study.KeptStudies;
import org.trialseal.app.work.study.KeptStudies.Shelf;
import org.trialseal.app.work.study.KeptStudy;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;

/** The door Studies without a toolkit, over real evidence folders and a small network. */
@Timeout(60)
final class StudiesModelTest {
    private final Clock clock = Clock.systemUTC();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Route> opened = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();
    private final Words words = Words.in(Language.ENGLISH);
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Anchors anchors = new Anchors(screen::add, new Random(1));

    @TempDir
    private Path home;

    private SmallNetwork network;
    private SmallStudies studies;
    private StudiesModel model;

    private final class Place implements Navigator {
        @Override
        public void open(Route route) {
            opened.add(route);
        }

        @Override
        public void back() {}

        @Override
        public void showFolder(Path saved) {}
    }

    @BeforeEach
    void start() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        studies = new SmallStudies(home, network);
        model = model(folders());
    }

    @AfterEach
    void stop() {
        model.close();
        anchors.close();
        network.close();
    }

    private StudiesWork folders() {
        return new StudyFolders(
                studies.register(),
                new KeptStudies(studies.register(), studies.policy(), clock),
                new Anchoring(studies.configuration(), new java.security.SecureRandom(), clock));
    }

    private StudiesModel model(StudiesWork work) {
        return new StudiesModel(
                ImmediateJobs.create(),
                work,
                files,
                new Place(),
                notices::add,
                words,
                failure -> "told: " + failure.getMessage(),
                anchors);
    }

    private EvidenceFolder stamped(String name) throws Exception {
        EvidenceFolder folder = studies.seal(name, "S-" + name, "lock", Optional.empty(), clock);
        studies.stamp(folder, clock);
        return folder;
    }

    private KeptStudy first() {
        return model.shownProperty().get().orElseThrow().shelf().studies().get(0);
    }

    private Step step() {
        return first().last().anchor().orElseThrow().step();
    }

    /** Does on the test's thread what is handed to the screen, until a round has ended. */
    private void awaitRound() throws InterruptedException {
        Optional<?> before = anchors.lastProperty().get();
        while (anchors.lastProperty().get().equals(before)) {
            Runnable next = screen.poll(20, TimeUnit.SECONDS);
            assertThat(next)
                    .as("something for the screen within twenty seconds")
                    .isNotNull();
            next.run();
        }
    }

    @Test
    void round_failsByABug_isToldInPlainWords() throws Exception {
        anchors.follow(() -> {
            throw new IllegalStateException("a value that nobody need see");
        });
        awaitRound();
        AnchorFault fault = anchors.lastProperty().get().orElseThrow().faults().get(0);
        assertThat(fault.isAboutAll()).isTrue();
        assertThat(SealHelp.sentence(words, fault))
                .startsWith("Asking for anchors failed unexpectedly, which is our fault.")
                .doesNotContain("a value that nobody need see");
    }

    @Test
    void sentence_anchorsDamaged_isGerman() {
        Exception damaged = new MalformedException("seal.json.ots", 3, "ends too early");
        AnchorFault fault =
                new AnchorFault(Path.of("seal"), AnchorFault.Kind.DAMAGED, "", Optional.empty(), Optional.of(damaged));
        assertThat(SealHelp.sentence(Words.in(Language.GERMAN), fault))
                .startsWith("Die Anker lassen sich nicht lesen oder schreiben: seal.json.ots, Byte 3: ")
                .doesNotContain("ends too early");
    }

    @Test
    void sentence_diskFails_saysWhatTheDiskSaid() {
        Exception failed = new IOException("the disk is gone");
        AnchorFault fault =
                new AnchorFault(Path.of("seal"), AnchorFault.Kind.DAMAGED, "", Optional.empty(), Optional.of(failed));
        assertThat(SealHelp.sentence(words, fault)).endsWith("(the disk is gone)");
    }

    @Test
    void read_listsStudiesWithTheLatestSealFirst() throws Exception {
        studies.seal(
                "old", "S-OLD", "protocol final", Optional.empty(), Clock.offset(clock, java.time.Duration.ofDays(-9)));
        studies.seal("new", "S-NEW", "protocol final", Optional.empty(), clock);
        studies.seal("next", "S-NEW", "database lock", Optional.of("new"), clock);
        model.read();
        Shelf shelf = model.shownProperty().get().orElseThrow().shelf();
        assertThat(shelf.studies())
                .extracting(study -> study.last().statement().study().id())
                .containsExactly("S-NEW", "S-OLD");
        assertThat(first().seals()).hasSize(2);
        assertThat(first().gaps()).isEmpty();
        assertThat(step()).isEqualTo(Step.NONE);
    }

    @Test
    void read_twoSealsOfOneNumber_listsBothAndNamesTheNumber() throws Exception {
        studies.seal("one", "S-FORK", "protocol final", Optional.empty(), clock);
        studies.seal("two", "S-FORK", "interim lock", Optional.of("one"), clock);
        Path away = Files.move(
                studies.folder("two"), Files.createTempDirectory(home, "away").resolve("two"));
        studies.seal("other", "S-FORK", "database lock", Optional.of("one"), clock);
        Files.move(away, studies.folder("two"));
        model.read();
        assertThat(first().forks()).containsExactly(2L);
        assertThat(first().seals())
                .extracting(seal -> seal.statement().milestone())
                .containsExactly("protocol final", "interim lock", "database lock");
    }

    @Test
    void read_nextSealNamesAnotherThanTheOneHere_isAForkToo() throws Exception {
        studies.seal("one", "S-FORK", "protocol final", Optional.empty(), clock);
        studies.seal("two", "S-FORK", "interim lock", Optional.of("one"), clock);
        studies.seal("three", "S-FORK", "database lock", Optional.of("two"), clock);
        Path away = Files.createTempDirectory(home, "away");
        Files.move(studies.folder("two"), away.resolve("two"));
        Files.move(studies.folder("three"), away.resolve("three"));
        studies.seal("other", "S-FORK", "interim lock", Optional.of("one"), clock);
        Files.move(away.resolve("three"), studies.folder("three"));
        model.read();
        assertThat(first().gaps()).isEmpty();
        assertThat(first().seals()).hasSize(3);
        assertThat(first().forks()).containsExactly(2L);
    }

    @Test
    void round_bringsNews_isReadAgainByItself() throws Exception {
        studies.nameServer();
        stamped("seal");
        model.read();
        assertThat(step()).isEqualTo(Step.PENDING);
        network.confirm(6);
        anchors.follow(studies.upkeep(clock));
        awaitRound();
        assertThat(step()).isEqualTo(Step.CONFIRMED);
        assertThat(help()).isEqualTo(new SealHelp(List.of(), false, false));
        assertThat(StudyGlance.isFirm(first())).isTrue();
        assertThat(StudyGlance.isFirm(new KeptStudy(first().seals(), List.of(), List.of(1L))))
                .as("a number given twice")
                .isFalse();
        assertThat(StudyGlance.isFirm(new KeptStudy(first().seals(), List.of(2L), List.of())))
                .as("a gap")
                .isFalse();
    }

    private SealHelp help() {
        KeptSeal seal = first().last();
        return SealHelp.of(
                words, seal, model.shownProperty().get().orElseThrow().faults(seal.folder()));
    }

    @Test
    void round_calendarFails_isSaidLoudlyAndAnchoringAgainAddsAnother() throws Exception {
        stamped("seal");
        model.read();
        List<Object> seen = new ArrayList<>();
        model.shownProperty().addListener((value, before, shown) -> seen.add(shown));
        network.refuse(true);
        anchors.follow(studies.upkeep(clock));
        awaitRound();
        assertThat(seen).as("shown anew, although the folders are as they were").isNotEmpty();
        assertThat(help().sentences())
                .containsExactly(network.endpoint()
                        + " refused. It is asked again by itself; to depend less on it, anchor again.");
        assertThat(help().again()).isTrue();

        network.refuse(false);
        model.anchorAgain(first().last().folder());
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.SUCCESS);
        assertThat(notices.get(0).text()).startsWith("Handed to 1 calendar operator.");
        assertThat(model.stampingProperty().get()).isEmpty();
        awaitRound();
        assertThat(help().sentences()).isEmpty();
    }

    @Test
    void anchorAgain_nobodyReachable_isToldAndKeepsWhatIsThere() throws Exception {
        stamped("seal");
        model.read();
        network.refuse(true);
        model.anchorAgain(first().last().folder());
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.WARNING);
        assertThat(notices.get(0).text())
                .isEqualTo("No calendar promised a block. Nothing is lost; anchor again later. " + network.endpoint()
                        + " refused.");
        assertThat(step()).isEqualTo(Step.PENDING);
    }

    @Test
    void anchorAgain_folderGone_isTold() throws Exception {
        model.anchorAgain(home.resolve("nowhere"));
        assertThat(notices.get(0).text()).startsWith("told: ");
        assertThat(model.stampingProperty().get()).isEmpty();
    }

    @Test
    void help_neverStamped_offersToAnchor() throws Exception {
        studies.seal("seal", "S", "lock", Optional.empty(), clock);
        model.read();
        assertThat(help().again()).isTrue();
        assertThat(help().serious()).isFalse();
        model.anchorAgain(first().last().folder());
        assertThat(step()).isEqualTo(Step.PENDING);
    }

    @Test
    void help_pendingForAWeek_isSerious() throws Exception {
        Clock weekAgo = Clock.offset(clock, java.time.Duration.ofDays(-7));
        studies.stamp(studies.seal("seal", "S", "lock", Optional.empty(), weekAgo), weekAgo);
        model.read();
        assertThat(step()).isEqualTo(Step.OVERDUE);
        assertThat(help().serious()).isTrue();
        assertThat(help().sentences().get(0))
                .contains("more than seven days ago")
                .contains("Anchor again");
    }

    @ParameterizedTest
    @EnumSource(Failed.Cause.class)
    void help_everyCause_hasWordsInBothLanguages(Failed.Cause cause) {
        for (Language language : Language.values()) {
            assertThat(Words.in(language).has(SealHelp.key(cause)))
                    .as(SealHelp.key(cause))
                    .isTrue();
        }
    }

    @Test
    void add_folderWithoutSeals_isTold() throws Exception {
        files.next(home);
        model.add();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.WARNING);
        assertThat(model.shownProperty().get().orElseThrow().shelf().studies()).isEmpty();
    }

    @Test
    void read_seal1Missing_isAGap() throws Exception {
        studies.seal("one", "S", "protocol final", Optional.empty(), clock);
        studies.seal("two", "S", "database lock", Optional.of("one"), clock);
        java.nio.file.Files.move(home.resolve("one"), home.resolve("gone"));
        model.read();
        assertThat(first().gaps()).containsExactly(1L);
        assertThat(model.shownProperty().get().orElseThrow().shelf().lost()).containsExactly(home.resolve("one"));
    }

    @Test
    void read_failure_isTold() {
        StudiesModel broken = model(new StudiesWork() {
            @Override
            public Shelf read() throws Exception {
                throw new IOException("the disk is gone");
            }

            @Override
            public int remember(Path place) {
                return 0;
            }

            @Override
            public StampResult stamp(Path folder) throws Exception {
                throw new IOException("the disk is gone");
            }
        });
        broken.read();
        assertThat(notices.get(0).text()).isEqualTo("told: the disk is gone");
        broken.close();
    }

    @Test
    void close_afterwards_isNotReadAgain() throws Exception {
        stamped("seal");
        model.read();
        model.close();
        studies.nameServer();
        network.confirm(6);
        anchors.follow(studies.upkeep(clock));
        awaitRound();
        assertThat(step()).isEqualTo(Step.PENDING);
    }

    @Test
    void settings_areOpened() {
        model.settings();
        assertThat(opened).containsExactly(new Route.Settings());
    }
}
