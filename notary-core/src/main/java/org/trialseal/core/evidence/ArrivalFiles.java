package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves, fingerprints and group assignments of a dataset in the order in which the rows arrive. */
final class ArrivalFiles implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream leaves;
    private final OutputStream fingerprints;
    private final DataOutputStream order;

    ArrivalFiles(DatasetFiles files) throws IOException {
        leaves = Files.newOutputStream(files.leaves());
        fingerprints = Files.newOutputStream(files.fingerprints());
        order = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(order(files)), BUFFER));
    }

    /** The temporary file with {@code u32 group | u32 index} for each row. */
    static Path order(DatasetFiles files) {
        return files.folder().resolve("order.tmp");
    }

    /** Appends what one batch gave. */
    void write(CommittedBatch batch) throws IOException {
        leaves.write(batch.leaves(), 0, batch.rows() * 32);
        fingerprints.write(batch.fingerprints(), 0, batch.rows() * batch.fingerprintLength());
        for (int row = 0; row < batch.rows(); row++) {
            order.writeInt(batch.groups()[row]);
            order.writeInt(batch.indices()[row]);
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
