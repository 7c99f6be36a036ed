package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;

/**
 * The documents of a folder, and no tables.
 *
 * @param folder where they are
 */
record DocumentsIn(Path folder) implements SealedData {
    @Override
    public TableReader open(String source, ImportSettings settings) throws ProofRefusedException {
        throw ProofRefusedException.notAtHand(source);
    }

    @Override
    public DataFile document(String name) throws IOException {
        return PathFile.of(folder.resolve(name));
    }
}
