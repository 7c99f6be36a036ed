package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialseal.core.digest.Sha256;

/** Leaves, fingerprints and group assignments of a dataset in the order in which the rows arrive. */
final class ArrivalFiles implements Closeable {
    private final OutputStream leaves;
    private final OutputStream fingerprints;
    private final OutputStream order;
    private final GroupTrees trees;

    /** @param trees gets the leaves, too */
    ArrivalFiles(DatasetFiles files, GroupTrees trees) throws IOException {
        this.trees = trees;
        leaves = Files.newOutputStream(files.leaves());
        fingerprints = Files.newOutputStream(files.fingerprints());
        order = Files.newOutputStream(order(files));
    }

    /** The temporary file with {@code u32 group | u32 index} for each row. */
    static Path order(DatasetFiles files) {
        return files.folder().resolve("order.tmp");
    }

    /** Appends what one batch gave. */
    void write(CommittedBatch batch) throws IOException {
        leaves.write(batch.leaves(), 0, batch.rows() * Sha256.LENGTH);
        fingerprints.write(batch.fingerprints(), 0, batch.rows() * batch.fingerprintLength());
        order.write(batch.order(), 0, batch.rows() * CommittedBatch.ORDER_LENGTH);
        for (int row = 0; row < batch.rows(); row++) {
            trees.add(batch.groups()[row], batch.leaves(), row * Sha256.LENGTH);
        }
    }

    @Override
    public void close() throws IOException {
        try (leaves;
                fingerprints) {
            order.close();
        }
    }
}
