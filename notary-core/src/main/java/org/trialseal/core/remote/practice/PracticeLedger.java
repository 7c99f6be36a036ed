package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Op;
import org.trialseal.core.remote.practice.PromiseJournal.Batch;
import org.trialseal.core.remote.practice.PromiseJournal.Promise;

/**
 * Chain and promises of the practice network, in a folder that several processes may share. Whatever a method has done
 * is on the disk when it returns. A crash between a block and its note in the journal leaves the promises waiting for
 * the next block.
 */
final class PracticeLedger implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Clock clock;
    private final FolderLock lock;
    private final CommittingChain chain;
    private final PromiseJournal journal;

    private PracticeLedger(Path folder, Clock clock, CommittingChain chain) throws IOException {
        this.clock = clock;
        this.chain = chain;
        this.lock = new FolderLock(folder.resolve("lock"));
        this.journal = new PromiseJournal(folder.resolve("promises.bin"));
    }

    /** Opens the ledger of the practice chain in the folder. */
    static PracticeLedger open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        return open(folder, clock, new PracticeChain(folder.resolve("headers.bin")));
    }

    /** Opens a ledger whose promises are kept in the folder, and by the blocks of a chain that it will close. */
    static PracticeLedger open(Path folder, Clock clock, CommittingChain chain) throws IOException {
        Files.createDirectories(folder);
        PracticeLedger ledger = new PracticeLedger(folder, clock, chain);
        try {
            ledger.tipHeight(Deadline.in(LONGEST_WAIT));
            return ledger;
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    private <T> T refreshed(FolderLock.Work<T> work) throws IOException {
        return refreshed(Deadline.in(LONGEST_WAIT), work);
    }

    private <T> T refreshed(Deadline deadline, FolderLock.Work<T> work) throws IOException {
        return lock.holding(deadline, () -> {
            chain.refresh();
            journal.refresh();
            return work.run();
        });
    }

    void promise(List<Promise> promises) throws IOException {
        refreshed(() -> {
            for (Promise promise : promises) {
                journal.promise(promise);
            }
            return promises;
        });
    }

    long tipHeight(Deadline deadline) throws IOException {
        return refreshed(deadline, chain::tipHeight);
    }

    List<BlockHeader> headers(long from, int count, Deadline deadline) throws IOException {
        return refreshed(deadline, () -> chain.headers(from, count));
    }

    /** What a block would commit to now; empty when nothing waits. */
    Optional<Sha256> waitingRoot() throws IOException {
        return refreshed(() -> journal.waiting() == 0
                ? Optional.empty()
                : Optional.of(journal.waitingTree().root()));
    }

    /** What is known of a promise. */
    PromiseState state(Promise promise) throws IOException {
        return refreshed(() -> stateNow(promise));
    }

    private PromiseState stateNow(Promise promise) throws IOException {
        Optional<Integer> index = journal.index(promise);
        if (index.isEmpty()) {
            return new PromiseState(PromiseState.Kind.UNKNOWN, null);
        }
        Optional<Batch> batch = journal.batch(index.get());
        if (batch.isEmpty()) {
            return new PromiseState(PromiseState.Kind.WAITING, null);
        }
        HashTree tree = journal.tree(batch.get());
        long height = batch.get().height();
        CommittingChain.Commitment commitment = chain.commitment(tree.root(), height);
        List<Op> path = new ArrayList<>(tree.path(index.get() - batch.get().from()));
        path.addAll(commitment.path());
        PromiseState.Place place =
                new PromiseState.Place(path, commitment.transaction(), height, chain.tipHeight() - height + 1);
        return new PromiseState(PromiseState.Kind.IN_BLOCK, place);
    }

    /** Mines blocks; the first keeps all promises that wait. */
    long mine(int blocks) throws IOException {
        return refreshed(() -> {
            for (int i = 0; i < blocks; i++) {
                mineOne();
            }
            return chain.tipHeight();
        });
    }

    private void mineOne() throws IOException {
        boolean keeps = journal.waiting() > 0;
        chain.mine(
                keeps ? Optional.of(journal.waitingTree().root()) : Optional.empty(),
                clock.instant().getEpochSecond());
        if (keeps) {
            journal.block(chain.tipHeight());
        }
    }

    /**
     * Mines until every promise is kept and {@code onTop} blocks stand on the newest block that keeps any.
     *
     * @return the height of the tip
     */
    long confirm(int onTop) throws IOException {
        return refreshed(() -> {
            if (journal.waiting() > 0) {
                mineOne();
            }
            long needed = journal.newest().map(batch -> batch.height() + onTop).orElse(0L);
            while (chain.tipHeight() < needed) {
                mineOne();
            }
            return chain.tipHeight();
        });
    }

    @Override
    public void close() throws IOException {
        try (lock;
                chain;
                journal) {
            // closes them all, whatever one of them does
        }
    }
}
