package org.trialseal.core.anchor;

import java.io.IOException;
import java.util.List;
import org.trialseal.core.bitcoin.BlockHeader;

/**
 * Where block headers come from. Not trusted: whoever uses a header checks it against what the program itself knows.
 * Every call returns by its deadline; an interrupted one fails and leaves the thread's interrupt status set.
 */
public interface HeaderSource {
    /** Most headers of one call: those of one retarget period. */
    int MAX_COUNT = 2016;

    /** What it is called in messages, such as its address. */
    String name();

    /**
     * The height of the newest block it knows.
     *
     * @throws HeaderSourceException when it cannot be reached or does not answer properly
     */
    long tipHeight(Deadline deadline) throws IOException;

    /**
     * Headers of successive blocks.
     *
     * @param fromHeight height of the first, 0 or more
     * @param count at most this many, 1 to {@link #MAX_COUNT}
     * @return the first of them that it knows, as many as it cares to give; none when {@code fromHeight} is above its tip
     * @throws HeaderSourceException when it cannot be reached or does not answer properly
     */
    List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException;
}
