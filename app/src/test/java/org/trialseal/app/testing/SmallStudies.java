package org.trialseal.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.anchor.AnchorUpkeep;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.anchor.HeaderServers;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Study;

/** Sealed documents in a profile of the test, with a calendar and block headers from a small network. */
public final class SmallStudies {
    private final Path home;
    private final SmallNetwork network;
    private final SecureRandom random = new SecureRandom();

    /** In the profile of {@code home}; the settings name the network's calendar, and its node when {@link #nameServer()}. */
    public SmallStudies(Path home, SmallNetwork network) {
        this.home = home;
        this.network = network;
        configure();
    }

    /** Writes the settings anew. */
    public void configure(String... lines) {
        List<String> all = new ArrayList<>(List.of("calendars = fake=" + network.endpoint(), "calendars.quorum = 1"));
        all.addAll(List.of(lines));
        try {
            Files.createDirectories(file().getParent());
            Files.write(file(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the network's node as a server of block headers. */
    public void nameServer() {
        configure("node.rest = " + network.endpoint());
    }

    private Path file() {
        return Profiles.places(home).config().resolve("trialseal.properties");
    }

    /** What is in force. */
    public Configuration configuration() {
        try {
            return Configuration.load(Optional.empty(), Optional.empty(), Profiles.places(home));
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** Knows where the folders are. */
    public SealRegister register() {
        return new SealRegister(configuration().data());
    }

    /** Seals one document, says where that is, and remembers it. */
    public EvidenceFolder seal(String name, String study, String milestone, Optional<String> previous, Clock clock)
            throws Exception {
        Path document = Files.writeString(home.resolve(name + ".txt"), "the document " + name);
        List<SealItem> items = List.of(new SealItem.DocumentItem(PathFile.of(document)));
        return seal(name, Study.of(study), milestone, previous, clock, items);
    }

    /** Seals these things. */
    public EvidenceFolder seal(
            String name, Study study, String milestone, Optional<String> previous, Clock clock, List<SealItem> items)
            throws Exception {
        SealOrder order = new SealOrder(
                folder(name),
                Optional.empty(),
                study,
                milestone,
                "",
                previous.map(this::folder),
                OptionalLong.empty(),
                List.of(),
                false,
                false,
                items);
        try (Passphrase passphrase = Passphrase.of("for tests".getBytes(StandardCharsets.UTF_8))) {
            StudySealing sealing = new StudySealing(configuration(), random, clock, mayAsk -> Optional.empty());
            EvidenceFolder sealed =
                    sealing.seal(order, passphrase, SealProgress.silent()).folder();
            register().remember(folder(name));
            return sealed;
        }
    }

    /** Where a seal is. */
    public Path folder(String name) {
        return home.resolve(name);
    }

    /** Hands a seal to the calendar. */
    public StampResult stamp(EvidenceFolder folder, Clock clock) throws Exception {
        return anchoring(clock).stamp(folder);
    }

    private Anchoring anchoring(Clock clock) {
        return new Anchoring(configuration(), random, clock);
    }

    /** Brings the anchors further, as the desktop does. */
    public AnchorUpkeep upkeep(Clock clock) {
        Configuration now = configuration();
        return new AnchorUpkeep(
                register(),
                anchoring(clock)::upgrade,
                new LocalHeaders(now, network.chain().checkpoints()),
                HeaderServers.areConfigured(now),
                policy(),
                clock);
    }

    /** Judges by the small chain. */
    public LocalPolicy policy() {
        return new LocalPolicy(configuration(), () -> network.chain().checkpoints());
    }

    /** How far a seal's anchor has come. */
    public AnchorProgress progress(String name, Clock clock) throws Exception {
        return AnchorProgress.of(EvidenceFolder.open(folder(name)), policy().get(), clock.instant());
    }
}
