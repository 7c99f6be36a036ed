package org.trialseal.app.ui.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.work.input.InputPlanner;
import org.trialseal.app.work.input.InputWishes;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Study;
import org.trialseal.importers.Formats;

/** Three studies for pictures: one in order, one with a gap and a promise that nobody keeps, one in a fresh block, from which somebody went on twice. */
public final class PictureStudies {
    private static final Study ONCOLOGY = new Study(
            "ONC-2207",
            Optional.of("NCT05550123"),
            Optional.of("Helios Therapeutics"),
            Optional.of("HLX-41 in advanced renal cell carcinoma"));
    private static final Study CARDIOLOGY = new Study(
            "CARD-0119",
            Optional.empty(),
            Optional.of("Nordkap Medical"),
            Optional.of("Rhythm monitoring after ablation"));
    private static final Study PAEDIATRICS =
            new Study("PED-3310", Optional.empty(), Optional.of("St. Olaf"), Optional.empty());

    private final Path home;
    private final SmallNetwork network;
    private final SmallStudies studies;
    private final Instant now = Instant.now();

    private PictureStudies(Path home, SmallNetwork network) {
        this.home = home;
        this.network = network;
        this.studies = new SmallStudies(home, network);
    }

    /** Seals and anchors them; the settings name the network's node. */
    public static void in(Path home, SmallNetwork network) throws Exception {
        PictureStudies made = new PictureStudies(home, network);
        made.studies.nameServer();
        made.oncology();
        made.cardiology();
        made.paediatrics();
        made.studies.upkeep(Clock.systemUTC()).once();
    }

    private void oncology() throws Exception {
        seal("onc-1", ONCOLOGY, "protocol final", Optional.empty(), 264, false);
        anchor(Duration.ofMinutes(320), 264, 0);
        seal("onc-2", ONCOLOGY, "first subject in", Optional.of("onc-1"), 221, false);
        anchor(Duration.ofMinutes(545), 221, 0);
        seal("onc-3", ONCOLOGY, "interim lock", Optional.of("onc-2"), 124, true);
        anchor(Duration.ofMinutes(178), 124, 1);
        seal("onc-4", ONCOLOGY, "database lock", Optional.of("onc-3"), 11, true);
        anchor(Duration.ofMinutes(671), 11, 9);
        seal("onc-5", ONCOLOGY, "unblinding", Optional.of("onc-4"), 0, false);
        studies.upkeep(Clock.systemUTC()).once();
    }

    private void cardiology() throws Exception {
        seal("card-1", CARDIOLOGY, "protocol final", Optional.empty(), 10, false);
        anchor(Duration.ofMinutes(420), 10, 6);
        seal("card-2", CARDIOLOGY, "first subject in", Optional.of("card-1"), 9, false);
        seal("card-3", CARDIOLOGY, "interim lock", Optional.of("card-2"), 8, true);
        studies.upkeep(Clock.systemUTC()).once();
        Files.move(studies.folder("card-2"), home.resolve("on-another-computer"));
        forget("card-2");
    }

    private void paediatrics() throws Exception {
        seal("ped-1", PAEDIATRICS, "protocol final", Optional.empty(), 1, false);
        anchor(Duration.ofMinutes(300), 1, 3);
        seal("ped-2", PAEDIATRICS, "first subject in", Optional.of("ped-1"), 1, false);
        // What is refused while the seal lies there: that somebody seals from the older one again.
        Path away = Files.move(
                studies.folder("ped-2"),
                Files.createDirectory(home.resolve("for-a-while")).resolve("ped-2"));
        seal("ped-2b", PAEDIATRICS, "interim lock", Optional.of("ped-1"), 1, true);
        Files.move(away, studies.folder("ped-2"));
        studies.upkeep(Clock.systemUTC()).once();
    }

    /** Seals and hands it to the calendar. */
    private void seal(String name, Study study, String milestone, Optional<String> previous, int daysAgo, boolean data)
            throws Exception {
        // What was sealed last is sealed a little later than the sample trial, so that its study stands first.
        Instant claimed = daysAgo == 0 ? now.plusSeconds(1200) : now.minus(Duration.ofDays(daysAgo));
        Clock clock = Clock.fixed(claimed, ZoneOffset.UTC);
        EvidenceFolder sealed =
                studies.seal(name, study, milestone, previous, clock, List.of(data ? table(name) : document(name)));
        studies.stamp(sealed, clock);
    }

    private void anchor(Duration delay, int daysAgo, int onTop) throws Exception {
        network.confirm(onTop, now.minus(Duration.ofDays(daysAgo)).plus(delay));
        studies.upkeep(Clock.systemUTC()).once();
    }

    private SealItem document(String name) throws IOException {
        return new SealItem.DocumentItem(
                PathFile.of(Files.writeString(home.resolve(name + ".pdf"), "the document " + name)));
    }

    private SealItem table(String name) throws Exception {
        StringBuilder rows = new StringBuilder("USUBJID,VISIT,ALT\n");
        for (int i = 0; i < 400; i++) {
            rows.append("S-").append(i / 4).append(',').append(i % 4).append(",41\n");
        }
        Path file = Files.writeString(home.resolve(name + ".csv"), rows);
        return new InputPlanner(Formats.installed())
                .plan(file, InputWishes.NONE, List.of())
                .item();
    }

    private void forget(String name) throws IOException {
        Path register = studies.configuration().data().resolve("seals.txt");
        List<String> lines = Files.readAllLines(register).stream()
                .filter(line -> !line.endsWith(name))
                .toList();
        Files.write(register, lines);
    }
}
