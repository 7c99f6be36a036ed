package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.AnchorFault.Kind;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.core.anchor.AttestationReport;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.FolderHeaders;
import org.trialseal.core.anchor.NotAllowed;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderInUseException;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * Brings the anchors of all seals on this computer further, as the command {@code anchor} does for one: asks calendars for
 * what they promised, and the configured servers for the headers of the blocks that they named. Not for several threads.
 */
public final class AnchorUpkeep implements AnchorWatch.Rounds {
    private final SealRegister register;
    private final Upgrades upgrades;
    private final LocalHeaders headers;
    private final boolean serverNamed;
    private final Supplier<VerificationPolicy> policy;
    private final Clock clock;
    private final Set<Path> settled = new HashSet<>();
    private boolean first = true;

    /** Asks the calendars of one folder: {@link Anchoring#upgrade}. */
    @FunctionalInterface
    public interface Upgrades {
        UpgradeResult upgrade(EvidenceFolder folder)
                throws IOException, MalformedException, InterruptedException, RefusedException;
    }

    /**
     * @param register knows where the folders lie
     * @param headers those on this computer, and who is asked for more
     * @param serverNamed whether there is anybody to ask
     * @param policy judges how far an anchor has come
     * @param clock this computer's clock
     */
    public AnchorUpkeep(
            SealRegister register,
            Upgrades upgrades,
            LocalHeaders headers,
            boolean serverNamed,
            Supplier<VerificationPolicy> policy,
            Clock clock) {
        this.register = register;
        this.upgrades = upgrades;
        this.headers = headers;
        this.serverNamed = serverNamed;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public AnchorRound once() throws IOException, InterruptedException, RefusedException {
        Round round = new Round(policy.get());
        for (Path path : register.paths()) {
            round.attempt(path, () -> round.look(path));
        }
        round.tie();
        first = false;
        return round.result();
    }

    /** A seal whose proof names a block that is not linked to a checkpoint. */
    private record Named(Path path, EvidenceFolder folder, AnchorProgress before) {}

    /** Something that is done with one folder. */
    private interface Attempt {
        void run() throws IOException, MalformedException, InterruptedException, RefusedException;
    }

    private final class Round {
        private final VerificationPolicy judge;
        private final List<AnchorFault> faults = new ArrayList<>();
        private final List<Named> named = new ArrayList<>();
        private List<HeaderAnswer> answers = List.of();
        private boolean serverMissing;
        private int asked;
        private int news;

        Round(VerificationPolicy judge) {
            this.judge = judge;
        }

        /** Does something with a folder; what fails is told, and the others go on. */
        void attempt(Path path, Attempt attempt) throws InterruptedException, RefusedException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            try {
                attempt.run();
            } catch (FolderInUseException e) {
                faults.add(AnchorFault.of(path, Kind.IN_USE, e));
            } catch (IOException | MalformedException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(e);
                }
                // A folder that is gone is told of where the studies are read.
                if (EvidenceFolder.isOne(path)) {
                    faults.add(AnchorFault.of(path, Kind.DAMAGED, e));
                }
            }
        }

        private AnchorProgress progress(EvidenceFolder folder) throws IOException, MalformedException {
            try {
                return AnchorProgress.of(folder, judge, clock.instant());
            } catch (MalformedException e) {
                if (AnchorState.of(folder) != AnchorState.IN_BLOCK) {
                    throw e;
                }
                return AnchorProgress.withoutHeaders(folder);
            }
        }

        void look(Path path) throws IOException, MalformedException, InterruptedException, RefusedException {
            if (settled.contains(path)) {
                return;
            }
            EvidenceFolder folder = EvidenceFolder.open(path);
            AnchorProgress before = progress(folder);
            AnchorProgress now = before;
            if (isAskedFor(folder, before.step())) {
                asked++;
                UpgradeResult result = upgrades.upgrade(folder);
                result.attestations().forEach(report -> hear(path, report));
                now = progress(folder);
            }
            if (now.step() == Step.LINKED || now.step() == Step.PRACTICE) {
                settled.add(path);
            } else if (now.block().isPresent()) {
                named.add(new Named(path, folder, before));
                return;
            }
            news += now.step() == before.step() ? 0 : 1;
        }

        private boolean isAskedFor(EvidenceFolder folder, Step step) {
            RetryPolicy.Age age = RetryPolicy.standard().age(folder.statement().claimedTime(), clock.instant());
            boolean open = step == Step.PENDING || step == Step.OVERDUE || step == Step.NAMED || step == Step.REFUTED;
            return open && age != RetryPolicy.Age.GIVEN_UP;
        }

        private void hear(Path path, AttestationReport report) {
            if (report.outcome() instanceof Failed failed) {
                faults.add(new AnchorFault(
                        path, Kind.CALENDAR, report.uri(), Optional.of(failed.cause()), Optional.empty()));
            } else if (report.outcome() instanceof NotAllowed) {
                faults.add(new AnchorFault(path, Kind.NOT_ALLOWED, report.uri(), Optional.empty(), Optional.empty()));
            }
        }

        /** Fetches the headers that are lacking, once for all folders, and keeps them in the folders. */
        void tie() throws IOException, InterruptedException, RefusedException {
            NavigableSet<Long> wanted = new TreeSet<>();
            for (Named seal : named) {
                attempt(seal.path(), () -> {
                    if (lacksHeaders(seal)) {
                        wanted.addAll(new FolderHeaders(seal.folder(), headers.store()).wanted());
                    }
                });
            }
            serverMissing = !serverNamed
                    && named.stream().anyMatch(seal -> seal.before().step() != Step.CONFIRMED);
            answers = fetch(wanted);
            for (Named seal : named) {
                attempt(seal.path(), () -> keep(seal));
            }
        }

        private List<HeaderAnswer> fetch(NavigableSet<Long> wanted)
                throws IOException, InterruptedException, RefusedException {
            try {
                return headers.fetch(wanted, HeaderListener.silent());
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(e);
                }
                throw e;
            }
        }

        /** What is six blocks deep is asked for once, at the start, and when a newer program knows a later checkpoint. */
        private boolean lacksHeaders(Named seal) {
            long newest = headers.store().checkpoints().newestHeight();
            return seal.before().step() != Step.CONFIRMED
                    || first
                    || seal.before().block().orElse(0) <= newest;
        }

        private void keep(Named seal) throws IOException, MalformedException {
            FolderHeaders.Result kept = new FolderHeaders(seal.folder(), headers.store()).keep();
            if (!kept.refuted().isEmpty()) {
                faults.add(new AnchorFault(seal.path(), Kind.REFUTED, "", Optional.empty(), Optional.empty()));
            }
            AnchorProgress now = progress(seal.folder());
            news += now.step() == seal.before().step()
                            && now.confirmations() == seal.before().confirmations()
                    ? 0
                    : 1;
            if (now.step() == Step.LINKED) {
                settled.add(seal.path());
            }
        }

        AnchorRound result() {
            return new AnchorRound(asked, news, faults, answers, serverMissing);
        }
    }
}
