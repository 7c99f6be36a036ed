package org.trialseal.core.prove;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
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
     * A document.
     *
     * @throws ProofRefusedException when it is not at hand
     */
    DataFile document(String name) throws IOException, ProofRefusedException;
}
