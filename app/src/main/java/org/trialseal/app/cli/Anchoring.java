package org.trialseal.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.AllowList;
import org.trialseal.core.anchor.AttestationReport;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.CalendarReport;
import org.trialseal.core.anchor.Confirmed;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.anchor.NotAllowed;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.anchor.StillPending;
import org.trialseal.core.anchor.UpgradeOutcome;
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

/** Stamps and upgrades the anchors of a folder on the network that its statement names, and tells how it went. */
final class Anchoring {
    private static final Duration UPGRADE_TIME = Duration.ofSeconds(30);

    private final Workspace workspace;

    Anchoring(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Stamps; gives the exit code. */
    int stamp(EvidenceFolder folder) throws IOException, MalformedException, InterruptedException, CommandFailure {
        StampPolicy standard = StampPolicy.standard();
        StampPolicy policy = new StampPolicy(
                workspace.configuration().number(Configuration.QUORUM, 1, 16),
                Duration.ofSeconds(workspace.configuration().number(Configuration.TIMEOUT, 1, 600)),
                standard.patience(),
                standard.grace());
        if (folder.statement().network() == Network.PRACTICE) {
            try (PracticeNetwork practice = practice()) {
                return stamp(folder, practice.calendars(), PracticeNetwork.allowList(), policy);
            }
        }
        try (HttpLink link = HttpLink.direct()) {
            return stamp(folder, configured(link), allowed(), policy);
        }
    }

    private PracticeNetwork practice() throws IOException {
        return PracticeNetwork.open(workspace.configuration().data(), workspace.clock());
    }

    private AllowList allowed() {
        return AllowList.of(workspace.configuration().list(Configuration.ALLOWED));
    }

    private List<Calendar> configured(HttpLink link) throws CommandFailure {
        List<Calendar> calendars = new ArrayList<>();
        for (String word : workspace.configuration().list(Configuration.CALENDARS)) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.MALFORMED_INPUT, Configuration.CALENDARS + " has words of the form operator=address");
            }
            calendars.add(HttpCalendar.at(word.substring(0, equals), word.substring(equals + 1), link));
        }
        if (calendars.isEmpty()) {
            throw CommandFailure.usage("no calendar is configured; see 'trialseal config'");
        }
        return calendars;
    }

    private int stamp(EvidenceFolder folder, List<Calendar> calendars, AllowList allowed, StampPolicy policy)
            throws IOException, MalformedException, InterruptedException {
        Stamper stamper = new Stamper(calendars, allowed, policy, workspace.random());
        StampResult result = new FolderAnchors(folder).stamp(stamper);
        Output output = workspace.output();
        for (CalendarReport report : result.calendars()) {
            if (report.answer() instanceof Failed failed) {
                output.detail(report.uri() + ": " + failed.reason());
            }
        }
        switch (result.status()) {
            case STAMPED:
                output.result("Handed to " + SealWords.number(result.operators(), "calendar operator")
                        + "; pending until a block holds it. Run 'trialseal anchor' again in a few hours.");
                return ExitCode.PASSED;
            case BELOW_QUORUM:
                output.warn("only " + SealWords.number(result.operators(), "calendar operator") + " of "
                        + result.required() + " answered; run 'trialseal anchor --again' later for the others");
                return ExitCode.PASSED;
            default:
                output.warn("no calendar could be reached; the folder is safe, run 'trialseal anchor' later");
                return ExitCode.UNREACHABLE;
        }
    }

    /** Asks for what is pending; gives the exit code. */
    int upgrade(EvidenceFolder folder) throws IOException, MalformedException, InterruptedException, CommandFailure {
        Deadline deadline = Deadline.in(UPGRADE_TIME);
        FolderAnchors anchors = new FolderAnchors(folder);
        if (folder.statement().network() == Network.PRACTICE) {
            try (PracticeNetwork practice = practice()) {
                practice.confirm();
                Upgrader upgrader = new Upgrader(PracticeNetwork.allowList(), practice, Optional.of(practice));
                int exitCode = upgrade(anchors, upgrader, deadline);
                anchors.keepHeaders(practice, Checkpoints.genesisOnly(ChainParameters.practice()), deadline);
                return exitCode;
            }
        }
        try (HttpLink link = HttpLink.direct()) {
            int exitCode =
                    upgrade(anchors, new Upgrader(allowed(), new HttpCalendars(link), Optional.empty()), deadline);
            new LocalHeaders(workspace).tie(folder);
            boolean lostBlock = exitCode == ExitCode.PASSED && AnchorState.of(folder) != AnchorState.IN_BLOCK;
            return lostBlock ? ExitCode.INDETERMINATE : exitCode;
        }
    }

    private int upgrade(FolderAnchors anchors, Upgrader upgrader, Deadline deadline)
            throws IOException, MalformedException, InterruptedException {
        UpgradeResult result = anchors.upgrade(upgrader, deadline).orElseThrow();
        boolean unreachable = true;
        for (AttestationReport report : result.attestations()) {
            workspace.output().detail(report.uri() + ": " + words(report.outcome()));
            unreachable &= report.outcome() instanceof Failed;
        }
        if (result.namesBlock()) {
            workspace
                    .output()
                    .result("The proof names a block. 'trialseal verify' on a package says what that is worth.");
            return ExitCode.PASSED;
        }
        if (unreachable && !result.attestations().isEmpty()) {
            workspace.output().warn("no calendar gave an answer that counts; the proof stays pending, try again later");
            return ExitCode.UNREACHABLE;
        }
        workspace.output().result("Still pending: a block is named a few hours after sealing. Try again later.");
        return ExitCode.INDETERMINATE;
    }

    private static String words(UpgradeOutcome outcome) {
        if (outcome instanceof StillPending pending) {
            return "pending (" + pending.reason() + ")";
        }
        if (outcome instanceof Failed failed) {
            return failed.reason();
        }
        if (outcome instanceof NotAllowed) {
            return "not asked: it is not on the allow-list";
        }
        return outcome instanceof Confirmed ? "has a block already" : "gave a block";
    }
}
