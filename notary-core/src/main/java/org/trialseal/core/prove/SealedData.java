package org.trialseal.core.prove;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;

/** The data that were sealed, as far as they are at hand now. */
public interface SealedData {
    /**
     * Opens a source under the settings it was sealed with.
     *
     * @param source name of the file that was sealed
     * @throws ProofRefusedException when the data are not at hand
     */
    TableReader open(String source, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException;

    /**
     * The file of a source, arranged as records of one table: see {@link Importer#asRecords}.
     *
     * @param file not compared with what was sealed
     * @param importer reads this arrangement
     * @param plan of the file in this arrangement, with at least one table
     */
    record Arranged(PathFile file, Importer importer, FilePlan plan) {}

    /**
     * The file of a source as records, under the settings it was sealed with; empty when it is not at hand or cannot be
     * arranged so.
     */
    default Optional<Arranged> asRecords(String source, ImportSettings settings)
            throws IOException, MalformedException {
        return Optional.empty();
    }

    /**
     * A document.
     *
     * @throws ProofRefusedException when it is not at hand
     */
    DataFile document(String name) throws IOException, ProofRefusedException;
}
