package org.trialseal.core.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.HeaderNews.Branch;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;

/**
 * Fills a header store from sources. Every header is checked against the rules of the chain, from a checkpoint on, before
 * it is kept; above the newest checkpoint what is kept survives a failure, so that the next attempt goes on from there,
 * and of two branches the one with more work stays.
 */
public final class HeaderFetch {
    private final HeaderStore store;
    private final Checkpoints checkpoints;
    private final HeaderProgress progress;

    /** Fills {@code store}. */
    public HeaderFetch(HeaderStore store, HeaderProgress progress) {
        this.store = store;
        this.checkpoints = store.checkpoints();
        this.progress = progress;
    }

    /**
     * Fetches what a source knows above the newest checkpoint.
     *
     * @throws HeaderSourceException when the source fails, gives headers that break the rules, or is behind the newest checkpoint;
     *     what came before in order is kept
     */
    public HeaderNews extend(HeaderSource source, Deadline deadline) throws IOException {
        long newest = checkpoints.newestHeight();
        long tip = source.tipHeight(deadline);
        if (tip < newest) {
            throw new HeaderSourceException(
                    source.name(),
                    "knows no block above " + tip + ", and the newest that this program knows is " + newest);
        }
        if (tip - newest > HeaderRun.MAX_HEADERS) {
            throw new HeaderSourceException(source.name(), "names an absurd height, " + tip);
        }
        try (HeaderStore.Writing writing = store.begin()) {
            Optional<HeaderRun> known = store.above(newest);
            long fork = fork(known, tip, source, deadline);
            long top = known.map(run -> run.endHeight() - 1).orElse(newest);
            if (fork == top) {
                return append(writing, known, tip, source, deadline);
            }
            return fork >= tip
                    ? news(source, top, 0)
                    : compare(writing, known.orElseThrow(), fork, tip, source, deadline);
        }
    }

    private HeaderNews append(
            HeaderStore.Writing writing, Optional<HeaderRun> known, long tip, HeaderSource source, Deadline deadline)
            throws IOException {
        long newest = checkpoints.newestHeight();
        CheckedFetch fetch = new CheckedFetch(source, checkpoints, newest, known);
        long before = fetch.nextHeight();
        writing.settle(newest, known);
        while (fetch.nextHeight() <= tip) {
            HeaderRun next = fetch.next(tip, deadline);
            writing.append(newest, next);
            progress.fetched(fetch.nextHeight() - before, tip + 1 - before);
        }
        return news(source, fetch.nextHeight() - 1, fetch.nextHeight() - before);
    }

    private static HeaderNews news(HeaderSource source, long tip, long added) {
        return new HeaderNews(source.name(), tip, added, Optional.empty());
    }

    private HeaderNews compare(
            HeaderStore.Writing writing, HeaderRun known, long fork, long tip, HeaderSource source, Deadline deadline)
            throws IOException {
        long newest = checkpoints.newestHeight();
        Optional<HeaderRun> shared = fork == newest ? Optional.empty() : Optional.of(known.slice(newest + 1, fork + 1));
        CheckedFetch fetch = new CheckedFetch(source, checkpoints, newest, shared);
        Optional<HeaderRun> offered = shared;
        while (fetch.nextHeight() <= tip) {
            HeaderRun next = fetch.next(tip, deadline);
            offered = Optional.of(offered.map(run -> run.followedBy(next)).orElse(next));
            progress.fetched(fetch.nextHeight() - fork - 1, tip - fork);
        }
        BigInteger work = new CheckedFetch(source, checkpoints, newest, Optional.of(known)).work();
        boolean heavier = fetch.work().compareTo(work) > 0;
        if (heavier) {
            writing.replace(newest, offered.orElseThrow());
        }
        Branch branch = new Branch(fork, known.endHeight() - 1 - fork, tip - fork, heavier);
        return new HeaderNews(
                source.name(), heavier ? tip : known.endHeight() - 1, heavier ? tip - fork : 0, Optional.of(branch));
    }

    /** The height of the last block that what is known and the source's chain share. */
    private long fork(Optional<HeaderRun> known, long tip, HeaderSource source, Deadline deadline) throws IOException {
        long newest = checkpoints.newestHeight();
        if (known.isEmpty() || tip == newest) {
            return newest;
        }
        long high = Math.min(tip, known.get().endHeight() - 1);
        int count = 1;
        while (high > newest) {
            long from = Math.max(newest + 1, high + 1 - count);
            List<BlockHeader> theirs = source.headers(from, (int) (high + 1 - from), deadline);
            if (theirs.size() != high + 1 - from) {
                throw new HeaderSourceException(
                        source.name(), "does not give the headers of blocks that it says it knows");
            }
            for (long height = high; height >= from; height--) {
                if (theirs.get((int) (height - from)).equals(known.get().header(height))) {
                    return height;
                }
            }
            high = from - 1;
            count = Math.min(HeaderSource.MAX_COUNT, count * 8);
        }
        return newest;
    }

    /**
     * Makes sure that the headers between two checkpoints are in the store.
     *
     * @param height of a block at or below the newest checkpoint, 1 or more
     * @throws HeaderSourceException when the source fails or gives headers that break the rules; nothing is kept then
     */
    public void fill(long height, HeaderSource source, Deadline deadline) throws IOException {
        if (isFilled(height)) {
            return;
        }
        long below = checkpoints.lastBefore(height);
        long end = checkpoints.nextFrom(height).orElseThrow();
        CheckedFetch fetch = new CheckedFetch(source, checkpoints, below, Optional.empty());
        Optional<HeaderRun> whole = Optional.empty();
        while (fetch.nextHeight() <= end) {
            HeaderRun next = fetch.next(end, deadline);
            whole = Optional.of(whole.map(run -> run.followedBy(next)).orElse(next));
            progress.fetched(fetch.nextHeight() - below - 1, end - below);
        }
        try (HeaderStore.Writing writing = store.begin()) {
            writing.replace(below, whole.orElseThrow());
        }
    }

    /** Whether the headers from a block at or below the newest checkpoint to the next checkpoint are there. */
    public boolean isFilled(long height) throws IOException {
        long end = checkpoints.nextFrom(height).orElseThrow();
        return store.around(height).filter(run -> run.contains(end)).isPresent();
    }
}
