package org.trialseal.core.verify;

import java.io.IOException;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;

/**
 * Receives what a package shows while it is verified, in the package's order. Entries, schemas and settings were proven
 * before they are handed out; records and documents come before their check is over and count only when the check
 * {@code data:NAME} of the report passed. All methods do nothing unless overridden.
 */
public interface DisclosureListener {
    /** A listener that does nothing. */
    DisclosureListener NONE = new DisclosureListener() {};

    /** An entry of the seal that is opened. */
    default void entry(int artifact, SealEntry entry) throws IOException {}

    /** A commitment of an entry that is opened. */
    default void opening(int artifact, Opening opening) throws IOException {}

    /** Groups of a dataset follow. */
    default void beginDataset(int artifact, DatasetEntry entry, Schema schema, ImportSettings settings)
            throws IOException {}

    /** A group begins, all records of which follow by {@link #record}. */
    default void wholeGroup(ShownGroup group, GroupKey key) throws IOException {}

    /** A group begins, of which {@code shown} records follow by {@link #shown}. */
    default void partialGroup(ShownGroup group, long shown) throws IOException {}

    /** The next record of a whole group: row {@code row} of {@code batch}, at {@code position} in the source file. */
    default void record(long index, long position, RowBatch batch, int row) throws IOException {}

    /** Records of an event log follow by {@link #shown}. */
    default void beginLog(int artifact, LogEntry entry, LogSchemas schemas, ImportSettings settings)
            throws IOException {}

    /** The next record of a partial group, or of an event log. */
    default void shown(ShownRecord record) throws IOException {}

    /** The group has ended; these hashes follow from what was shown of it, and count when the check of the data passes. */
    default void hashes(GroupHashes hashes) throws IOException {}

    /** The group has ended. */
    default void endGroup() throws IOException {}

    /** The dataset, log or document has ended, or broke off damaged; {@code passed} says whether its check did. */
    default void end(int artifact, boolean passed) throws IOException {}

    /** The bytes of a document follow. */
    default void beginDocument(int artifact, DocumentEntry entry) throws IOException {}

    /** The next {@code length} bytes of a document, in an array that is used again. */
    default void document(byte[] bytes, int length) throws IOException {}
}
