package org.trialseal.core.proof;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;

/**
 * Takes what a disclosure of a dataset holds, in its order. Nothing of it is proven yet: only its form was checked, the
 * ascending order of shown groups, shown records and absent identifiers included.
 */
public interface DisclosureVisitor {
    /** What stands first. */
    void begin(Optional<Bytes> tagKey, boolean listed) throws IOException;

    /** The next listed subject entry. */
    void entry(Sha256 tag, Sha256 body) throws IOException;

    /** All subject entries were listed. */
    void endEntries() throws IOException;

    /** The next identifier shown as absent. */
    void absent(Cell identifier) throws IOException;

    /** The list and the absent identifiers are complete; this many groups follow. */
    void groups(long shown) throws IOException;

    /** A group begins that is shown whole; {@link #records} follows until all of its records have come. */
    void wholeGroup(ShownGroup group, GroupKey key) throws IOException;

    /** A group begins that is shown in part; {@link #shown} follows for each of {@code shown} records. */
    void partialGroup(ShownGroup group, Bytes bodySalt, long shown) throws IOException;

    /**
     * The next records of a whole group. The batch is not used again by the reader.
     *
     * @param first index in the group of the first one
     * @param positions at least as many as there are rows
     */
    void records(long first, long[] positions, RowBatch batch) throws IOException;

    /** The next shown record of a partial group. */
    void shown(ShownRecord record) throws IOException;

    /** The group has ended. */
    void endGroup() throws IOException;
}
