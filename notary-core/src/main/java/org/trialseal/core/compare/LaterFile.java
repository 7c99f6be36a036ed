package org.trialseal.core.compare;

import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;

/** A later file that is compared with a seal. */
public sealed interface LaterFile {
    /** The file. */
    PathFile file();

    /**
     * A file that was understood as tables.
     *
     * @param plan how it is read; what it says of subjects and keys does not count, the seal does
     */
    record Tables(PathFile file, Importer importer, FilePlan plan) implements LaterFile {}

    /** A file that is only bytes. */
    record Plain(PathFile file) implements LaterFile {}
}
