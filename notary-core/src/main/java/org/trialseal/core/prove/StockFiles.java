package org.trialseal.core.prove;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DurableFiles;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Limit;

/**
 * A stock timestamp and the file it is about, side by side as stock clients expect it. Nothing that is there is lost: a
 * timestamp of the same digest is added to, and any other file refuses to be replaced.
 *
 * @param timestamp {@code NAME.ots}
 * @param stamped {@code NAME}
 */
record StockFiles(Path timestamp, Path stamped) {
    private static final String SUFFIX = ".ots";

    /** @throws ProofRefusedException when the name does not end as that of a timestamp */
    static StockFiles at(Path timestamp) throws ProofRefusedException {
        String name = String.valueOf(timestamp.getFileName());
        if (!name.endsWith(SUFFIX) || name.length() == SUFFIX.length()) {
            throw ProofRefusedException.request(
                    "a stock timestamp is called as the file that it is about, with .ots behind it");
        }
        return new StockFiles(timestamp, timestamp.resolveSibling(name.substring(0, name.length() - SUFFIX.length())));
    }

    /** Writes both. */
    DetachedTimestamp write(Bytes content, DetachedTimestamp proof) throws IOException, MalformedException {
        DetachedTimestamp whole = withWhatIsThere(proof);
        if (Files.exists(stamped) && !isThere(content)) {
            throw new FileAlreadyExistsException(stamped.toString());
        }
        DurableFiles.replace(stamped, content.toArray());
        DurableFiles.replace(timestamp, whole.toBytes());
        return whole;
    }

    private boolean isThere(Bytes content) throws IOException {
        return Files.isRegularFile(stamped)
                && Files.size(stamped) == content.length()
                && Arrays.equals(Files.readAllBytes(stamped), content.toArray());
    }

    /** Writes the timestamp alone. */
    DetachedTimestamp write(DetachedTimestamp proof) throws IOException, MalformedException {
        DetachedTimestamp whole = withWhatIsThere(proof);
        Files.createDirectories(DurableFiles.parentOf(timestamp));
        DurableFiles.replace(timestamp, whole.toBytes());
        return whole;
    }

    private DetachedTimestamp withWhatIsThere(DetachedTimestamp proof) throws IOException, MalformedException {
        if (!Files.exists(timestamp)) {
            return proof;
        }
        byte[] there = DurableFiles.readSmall(timestamp, (int) Limit.FILE.max());
        DetachedTimestamp old = DetachedTimestamp.read(timestamp.toString(), there);
        if (old.fileHash() != proof.fileHash() || !old.digest().equals(proof.digest())) {
            throw new FileAlreadyExistsException(timestamp.toString());
        }
        return proof.with(proof.timestamp().merge(old.timestamp()));
    }
}
