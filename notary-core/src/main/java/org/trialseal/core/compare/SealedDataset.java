package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/** A dataset as it was sealed: the side that a later copy is compared with. */
public interface SealedDataset extends Closeable {
    /** The dataset's name. */
    String name();

    /** The sealed schema. */
    Schema schema();

    /** The sealed import settings. */
    ImportSettings settings();

    /** Number of records. */
    long records();

    /** Number of groups. */
    long groups();

    /** The group at {@code index}, with its key only where that is known without the subject's identifier. */
    SealedGroup group(long index) throws IOException, MalformedException;

    /** The group of a subject; of the only group with empty {@code subject}. */
    Optional<SealedGroup> find(Optional<Cell> subject) throws IOException, MalformedException;

    /** How fingerprints are laid out. */
    FingerprintLayout layout();

    /** The leaf hash of a record of a group. */
    Sha256 leaf(SealedGroup group, long index) throws IOException, MalformedException;

    /** Reads the fingerprints of {@code count} records of a group from {@code index} on. */
    void readFingerprints(SealedGroup group, long index, int count, byte[] target)
            throws IOException, MalformedException;

    /** The sealed values of a record, in the order of the schema, where the data are at hand. */
    Optional<List<Cell>> values(SealedGroup group, long index) throws IOException, MalformedException;
}
