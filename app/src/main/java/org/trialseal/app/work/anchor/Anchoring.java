package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.anchor.AllowList;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.anchor.Upgrader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.remote.HttpCalendar;
import org.trialseal.core.remote.HttpCalendars;
import org.trialseal.core.remote.HttpLink;
import org.trialseal.core.remote.practice.PracticeNetwork;
import org.trialseal.core.seal.Network;

/** Stamps and upgrades the anchors of a folder on the network that its statement names. */
public final class Anchoring {
    private static final Duration UPGRADE_TIME = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final SecureRandom random;
    private final Clock clock;

    /**
     * @param configuration names the calendars and the data folder
     * @param random blinds what calendars are sent
     * @param clock this computer's clock, for the practice network
     */
    public Anchoring(Configuration configuration, SecureRandom random, Clock clock) {
        this.configuration = configuration;
        this.random = random;
        this.clock = clock;
    }

    /** Hands the digest of the folder's statement, blinded, to calendars and keeps what they promise. */
    public StampResult stamp(EvidenceFolder folder)
            throws IOException, MalformedException, InterruptedException, RefusedException {
        StampPolicy standard = StampPolicy.standard();
        StampPolicy policy = new StampPolicy(
                configuration.number(Configuration.QUORUM, 1, 16),
                Duration.ofSeconds(configuration.number(Configuration.TIMEOUT, 1, 600)),
                standard.patience(),
                standard.grace());
        if (folder.statement().network() == Network.PRACTICE) {
            try (PracticeNetwork practice = practice()) {
                return stamp(folder, practice.calendars(), PracticeNetwork.allowList(), policy);
            }
        }
        try (HttpLink link = HttpLink.through(configuration.proxy())) {
            return stamp(folder, configured(link), allowed(), policy);
        }
    }

    private StampResult stamp(EvidenceFolder folder, List<Calendar> calendars, AllowList allowed, StampPolicy policy)
            throws IOException, MalformedException, InterruptedException {
        return new FolderAnchors(folder).stamp(new Stamper(calendars, allowed, policy, random));
    }

    private PracticeNetwork practice() throws IOException {
        return PracticeNetwork.open(configuration.data(), clock);
    }

    /** The calendars that stamp may be asked later, whether the list names them or not. */
    private AllowList allowed() throws RefusedException {
        List<String> addresses = new ArrayList<>(configuration.list(Configuration.ALLOWED));
        for (String word : configuration.list(Configuration.CALENDARS)) {
            addresses.add(word.substring(word.indexOf('=') + 1));
        }
        try {
            return AllowList.of(addresses);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.SETTING, configuration.file(), String.valueOf(e.getMessage()));
        }
    }

    private List<Calendar> configured(HttpLink link) throws RefusedException {
        List<Calendar> calendars = new ArrayList<>();
        for (String word : configuration.list(Configuration.CALENDARS)) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new RefusedException(Code.SETTING_OPERATOR, configuration.file(), Configuration.CALENDARS);
            }
            calendars.add(HttpCalendar.at(word.substring(0, equals), word.substring(equals + 1), link));
        }
        if (calendars.isEmpty()) {
            throw new RefusedException(Code.NO_CALENDAR);
        }
        return calendars;
    }

    /** Asks the calendars of a stamped folder for what is pending, and keeps what they answer. */
    public UpgradeResult upgrade(EvidenceFolder folder)
            throws IOException, MalformedException, InterruptedException, RefusedException {
        Deadline deadline = Deadline.in(UPGRADE_TIME);
        FolderAnchors anchors = new FolderAnchors(folder);
        if (folder.statement().network() == Network.PRACTICE) {
            try (PracticeNetwork practice = practice()) {
                practice.confirm();
                Upgrader upgrader = new Upgrader(PracticeNetwork.allowList(), practice, Optional.of(practice));
                UpgradeResult result = anchors.upgrade(upgrader, deadline).orElseThrow();
                anchors.keepHeaders(practice, Checkpoints.genesisOnly(ChainParameters.practice()), deadline);
                return result;
            }
        }
        try (HttpLink link = HttpLink.through(configuration.proxy())) {
            Upgrader upgrader = new Upgrader(allowed(), new HttpCalendars(link), Optional.empty());
            return anchors.upgrade(upgrader, deadline).orElseThrow();
        }
    }
}
