package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialseal.core.digest.Sha256;

/** Leaves, fingerprints and group assignments of a dataset in the order in which the rows arrive. */
final class ArrivalFiles implements Closeable {
    private final SyncedFile leaves;
    private final SyncedFile fingerprints;
    private final OutputStream order;
    private final GroupTrees trees;

    /** @param trees gets the leaves, too */
    ArrivalFiles(DatasetFiles files, GroupTrees trees) throws IOException {
        this.trees = trees;
        leaves = new SyncedFile(files.leaves());
        fingerprints = new SyncedFile(files.fingerprints());
        order = Files.newOutputStream(order(files));
    }

    /** The temporary file with {@code u32 group | u32 index} for each row. */
    static Path order(DatasetFiles files) {
        return files.folder().resolve("order.tmp");
    }

    /** Appends what one batch gave. */
    void write(CommittedBatch batch) throws IOException {
        boolean lasting = trees.inOrder();
        leaves.write(batch.leaves(), batch.rows() * Sha256.LENGTH, lasting);
        fingerprints.write(batch.fingerprints(), batch.rows() * batch.fingerprintLength(), lasting);
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
