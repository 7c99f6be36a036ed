package org.trialseal.core.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;

/** A later file that is compared with a seal; {@link LaterPackage} makes further ones from what a package shows. */
public sealed interface LaterFile permits LaterFile.Tables, LaterFile.Plain, ShownDataset, ShownDocument {
    /** The file. */
    PathFile file();

    /** The name by which it is matched with what was sealed: that of the file, or of the document in a package. */
    default String name() {
        return file().name();
    }

    /** Its bytes: those of the file, or of the document in a package. */
    default DataFile content() {
        return file();
    }

    /**
     * A file that was understood as tables.
     *
     * @param plan how it is read; what it says of subjects and keys does not count, the seal does
     * @param asRecords the same file arranged as records, where that can be done: see {@link Importer#asRecords}
     */
    record Tables(PathFile file, Importer importer, FilePlan plan, Optional<Arranged> asRecords) implements LaterFile {
        /** A file in the one arrangement that it has. */
        public Tables(PathFile file, Importer importer, FilePlan plan) {
            this(file, importer, plan, Optional.empty());
        }

        /** The same file as another version of its importer plans it. */
        Tables plannedBy(Importer other) throws IOException, MalformedException {
            Map<String, String> options =
                    plan.datasets().get(0).settings().own().options();
            return new Tables(file, other, other.plan(file, options, Optional.empty(), List.of()), asRecords);
        }
    }

    /** Another arrangement of a file, with at least one table. */
    record Arranged(Importer importer, FilePlan plan) {}

    /** A file that is only bytes. */
    record Plain(PathFile file) implements LaterFile {}
}
