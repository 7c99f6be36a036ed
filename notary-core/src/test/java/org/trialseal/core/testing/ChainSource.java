package org.trialseal.core.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.HeaderRun;

/** A source that gives the headers of a list, by height, and lies or fails as it is told. */
public final class ChainSource implements HeaderSource {
    private final long start;
    private final List<BlockHeader> headers;
    private long claimedTip = -1;
    private long failsAt = Long.MAX_VALUE;
    private int most = MAX_COUNT;
    private int calls;

    private ChainSource(long start, List<BlockHeader> headers) {
        this.start = start;
        this.headers = new ArrayList<>(headers);
    }

    /** Knows the headers of a run. */
    public static ChainSource of(HeaderRun run) {
        List<BlockHeader> headers = new ArrayList<>();
        run.forEachWhile(headers::add);
        return new ChainSource(run.startHeight(), headers);
    }

    /** Says that its newest block is another one. */
    public ChainSource claiming(long tip) {
        claimedTip = tip;
        return this;
    }

    /** Breaks down when it comes to this height. */
    public ChainSource failingAt(long height) {
        failsAt = height;
        return this;
    }

    /** Gives at most so many at once. */
    public ChainSource giving(int atMost) {
        most = atMost;
        return this;
    }

    /** Gives another header at a height. */
    public ChainSource with(long height, BlockHeader header) {
        headers.set((int) (height - start), header);
        return this;
    }

    /** How often headers were asked for. */
    public int calls() {
        return calls;
    }

    @Override
    public String name() {
        return "test source";
    }

    @Override
    public long tipHeight(Deadline deadline) {
        return claimedTip >= 0 ? claimedTip : start + headers.size() - 1;
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        calls++;
        if (fromHeight + count > failsAt && fromHeight + most > failsAt) {
            throw new IOException("test source: broke down");
        }
        int from = (int) Math.min(headers.size(), fromHeight - start);
        return List.copyOf(headers.subList(from, Math.min(headers.size(), from + Math.min(count, most))));
    }
}
