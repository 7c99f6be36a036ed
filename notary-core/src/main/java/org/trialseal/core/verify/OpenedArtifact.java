package org.trialseal.core.verify;

import java.util.Optional;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;

/**
 * An opened entry of the seal with what is opened of its commitments, all proven.
 *
 * @param index of the entry in the seal
 * @param schema of a dataset
 * @param logSchemas of an event log
 * @param file the opening of a file's length and digest
 */
record OpenedArtifact(
        int index,
        SealEntry entry,
        Optional<Schema> schema,
        Optional<LogSchemas> logSchemas,
        Optional<ImportSettings> settings,
        Optional<Opening> file) {}
