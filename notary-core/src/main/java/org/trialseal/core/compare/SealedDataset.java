package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/**
 * A dataset as it was sealed, proven to be so: the side that a later copy is compared with. Leaves and fingerprints may
 * be read by several threads at once, all else by one at a time.
 */
interface SealedDataset extends Closeable {
    /** The sealed schema. */
    Schema schema();

    /** The sealed import settings. */
    ImportSettings settings();

    /** Number of records whose leaves are at hand. */
    long records();

    /** Number of records that were sealed but are not at hand: a package need not show all. */
    long hiddenRecords();

    /** Number of groups at hand. */
    long groups();

    /** A number from 0 that this subject keeps; a negative one when it has none, which does not mean that it was not sealed. */
    int number(CellType type, byte[] source, int offset, int length) throws IOException;

    /** The group of a subject, without key when it cannot be opened; of the only group with empty {@code subject}. */
    Optional<SealedGroup> find(Optional<Cell> subject) throws IOException, MalformedException;

    /** Whether a subject that {@link #find} does not find is certainly not among those sealed. */
    boolean knowsAllSubjects();

    /** Hands out all groups at hand, by their index, with the keys that are known without their subject. */
    void visitGroups(GroupVisitor visitor) throws IOException, MalformedException;

    /** The identifier of a group's subject, where it is known without a row of the later copy. */
    default Optional<Cell> subjectOf(SealedGroup group) {
        return Optional.empty();
    }

    /** Of these groups without key those that can be opened without knowing their subject, with their keys. */
    List<SealedGroup> open(List<SealedGroup> groups) throws IOException, MalformedException;

    /** Reads the leaf hashes, 32 bytes each, of {@code count} records from {@code record} on. */
    void readLeaves(long record, int count, byte[] target) throws IOException, MalformedException;

    /** Reads the fingerprints of {@code count} records from {@code record} on. */
    void readFingerprints(long record, int count, byte[] target) throws IOException, MalformedException;

    /** Takes groups. */
    interface GroupVisitor {
        /** The next group. */
        void group(SealedGroup group) throws IOException, MalformedException;
    }
}
