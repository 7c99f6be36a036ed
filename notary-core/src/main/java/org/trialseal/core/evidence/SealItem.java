package org.trialseal.core.evidence;

import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;

/** One file to be sealed. */
public sealed interface SealItem {
    /** The file. */
    PathFile file();

    /** A file sealed by its bytes. */
    record DocumentItem(PathFile file) implements SealItem {}

    /** A file sealed by its bytes and its records. */
    record DataItem(PathFile file, Importer importer, FilePlan plan) implements SealItem {}
}
