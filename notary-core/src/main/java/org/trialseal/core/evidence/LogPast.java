package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealRefusedException.Code;
import org.trialseal.core.merkle.ConsistencyProof;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogSchemas;

/**
 * What earlier seals hold of an event log, and refusals of what did not only append to it.
 *
 * @param seals the earlier seals that hold it, ascending
 * @param openings as the last of them holds it
 * @param leaves its leaf hashes, where they lie in the folder of the seal before
 */
record LogPast(String name, List<EarlierLog> seals, Optional<LogOpenings> openings, Optional<Path> leaves) {

    static LogPast of(
            String name, EarlierLogs earlier, Optional<EvidenceFolder> previous, Optional<FolderOpenings> openings)
            throws MalformedException {
        Optional<EarlierLog> last = earlier.last(name);
        if (last.isEmpty() || previous.isEmpty() || openings.isEmpty()) {
            return new LogPast(name, List.of(), Optional.empty(), Optional.empty());
        }
        long seal = last.get().seal();
        boolean inFolder = previous.get().statement().place().seal() == seal;
        Path leaves = previous.get().files().dataset(last.get().index()).leaves();
        return new LogPast(
                name,
                earlier.of(name),
                Optional.of(openings.get().log(name, seal)),
                inFolder && Files.exists(leaves) ? Optional.of(leaves) : Optional.empty());
    }

    private Optional<EarlierLog> last() {
        return seals.isEmpty() ? Optional.empty() : Optional.of(seals.get(seals.size() - 1));
    }

    /** Number of the last seal that holds it. */
    OptionalLong lastSeal() {
        return last().map(log -> OptionalLong.of(log.seal())).orElse(OptionalLong.empty());
    }

    private long records() {
        return last().map(log -> log.entry().records()).orElse(0L);
    }

    /** The log's schemas with the one of the next export. */
    LogSchemas schemas(Schema export, ImportSettings settings) throws MalformedException, SealRefusedException {
        if (openings.isEmpty()) {
            LogSchemas first = LogSchemas.first(export);
            if (isTooLong(first)) {
                throw new SealRefusedException(Code.LOG_COLUMNS_LONG, name);
            }
            return first;
        }
        if (records() > 0 && !openings.get().settingsValue().subject().equals(settings.subject())) {
            throw new SealRefusedException(Code.LOG_SUBJECT, name, lastSeal().getAsLong());
        }
        LogSchemas before = openings.get().schemasValue();
        if (before.count() == LogSchemas.MAX_SCHEMAS) {
            throw tooOften();
        }
        LogSchemas schemas = before.then(export, records());
        Optional<String> lost = schemas.lostColumn();
        if (lost.isPresent()) {
            throw notAppended("it has lost the column " + lost.get() + ", or renamed it,");
        }
        if (isTooLong(schemas)) {
            throw tooOften();
        }
        return schemas;
    }

    private static boolean isTooLong(LogSchemas schemas) {
        return schemas.toJson().canonicalBytes().length > LogSchemas.MAX_LENGTH;
    }

    void requireNoSurplus(LogSurplus surplus, Schema export) throws SealRefusedException {
        if (surplus.column() >= 0) {
            throw notAppended("record " + (surplus.record() + 1) + " got a value in the added column "
                    + export.names().get(surplus.column()));
        }
    }

    /** Refuses a tree that does not begin with those of all earlier seals. */
    void requireAppended(TreeReader reader, TreeSlice tree, Path newLeaves)
            throws IOException, MalformedException, SealRefusedException {
        if (tree.leaves() < records()) {
            throw notAppended("it has " + tree.leaves() + " records, fewer than the " + records() + " it had");
        }
        for (EarlierLog earlier : seals) {
            if (!beginsWith(reader, tree, earlier)) {
                throw notAppended(whatDiffers(newLeaves));
            }
        }
    }

    private static boolean beginsWith(TreeReader reader, TreeSlice tree, EarlierLog earlier)
            throws IOException, MalformedException {
        long records = earlier.entry().records();
        return records == 0
                || ConsistencyProof.verify(
                                records,
                                tree.leaves(),
                                earlier.entry().root(),
                                tree.root(),
                                reader.consistencyPath(tree, records))
                        .valid();
    }

    private String whatDiffers(Path newLeaves) throws IOException {
        if (leaves.isPresent()) {
            try (InputStream before = new BufferedInputStream(Files.newInputStream(leaves.get()));
                    InputStream now = new BufferedInputStream(Files.newInputStream(newLeaves))) {
                for (long record = 1; record <= records(); record++) {
                    if (!Arrays.equals(before.readNBytes(Sha256.LENGTH), now.readNBytes(Sha256.LENGTH))) {
                        return "its record " + record + ", counted from the oldest, is another one";
                    }
                }
            }
        }
        return "one of its first " + records() + " records is another one";
    }

    private SealRefusedException tooOften() {
        return new SealRefusedException(Code.LOG_COLUMNS_CHANGED, name);
    }

    private SealRefusedException notAppended(String what) {
        long seal = lastSeal().orElse(0);
        return new SealRefusedException(Code.LOG_NOT_GROWN, name, what, seal);
    }
}
