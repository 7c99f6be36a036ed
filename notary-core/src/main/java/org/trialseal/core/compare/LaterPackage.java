package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.verify.DisclosureListener;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/**
 * A proof package as the later side of a comparison: what it shows and what passed its check, as files. Values lie in
 * encrypted temporary files until it is closed.
 */
public final class LaterPackage implements Closeable {
    private final HiddenFolder hidden;
    private final VerificationReport verification;
    private final List<LaterFile> files;

    private LaterPackage(HiddenFolder hidden, VerificationReport verification, List<LaterFile> files) {
        this.hidden = hidden;
        this.verification = verification;
        this.files = files;
    }

    /**
     * Verifies a package and keeps what it shows.
     *
     * @param temporary folder for temporary files
     * @throws MalformedException when it has not the form of a package
     */
    public static LaterPackage open(
            PathFile packageFile, VerificationPolicy policy, Path temporary, SecureRandom random)
            throws IOException, MalformedException {
        HiddenFolder hidden = HiddenFolder.create(temporary, random);
        try {
            Reading reading = new Reading(packageFile, hidden);
            VerificationReport verification = new Verifier(policy).verify(packageFile, reading);
            return new LaterPackage(hidden, verification, reading.files(opensAll(verification, reading)));
        } catch (IOException | MalformedException | RuntimeException e) {
            hidden.close();
            throw e;
        }
    }

    private static boolean opensAll(VerificationReport verification, Reading reading) {
        return verification
                .ledger()
                .statement()
                .filter(statement -> statement.entries().count() == reading.opened)
                .isPresent();
    }

    /** What was found about the package itself; the comparison means no more than that. */
    public VerificationReport verification() {
        return verification;
    }

    /** What it shows. A dataset that is not shown whole is there, too, and cannot be compared. */
    public List<LaterFile> files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        hidden.close();
    }

    /** Puts aside what the package shows. */
    private static final class Reading implements DisclosureListener {
        private final PathFile packageFile;
        private final HiddenFolder hidden;
        private final Map<Integer, Opening> sources = new TreeMap<>();
        private final Map<Integer, DatasetEntry> datasets = new TreeMap<>();
        private final Map<Integer, DatasetPlan> plans = new TreeMap<>();
        private final Map<Integer, RowsByPosition> rows = new TreeMap<>();
        private final Map<String, HiddenFile> documents = new TreeMap<>();
        private @Nullable RowsByPosition current;
        private @Nullable HiddenFile document;
        private String documentName = "";
        private int opened;
        private @Nullable DataOutputStream out;

        Reading(PathFile packageFile, HiddenFolder hidden) {
            this.packageFile = packageFile;
            this.hidden = hidden;
        }

        @Override
        public void entry(int artifact, SealEntry entry) {
            opened++;
            if (entry instanceof DatasetEntry dataset) {
                datasets.put(artifact, dataset);
            }
        }

        @Override
        public void opening(int artifact, Opening opening) {
            if (opening.kind() == Opening.Kind.FILE) {
                sources.put(artifact, opening);
            }
        }

        @Override
        public void beginDataset(int artifact, DatasetEntry entry, Schema schema, ImportSettings settings) {
            plans.put(artifact, new DatasetPlan(entry.name(), entry.shape().records(), schema, settings));
            current = new RowsByPosition(hidden, schema, entry.shape().records());
        }

        @Override
        public void record(long index, long position, RowBatch batch, int row) throws IOException {
            if (current != null) {
                current.add(position, batch, row);
            }
        }

        @Override
        public void beginDocument(int artifact, DocumentEntry entry) throws IOException {
            document = hidden.newFile();
            documentName = entry.name();
            out = document.write();
        }

        @Override
        public void document(byte[] bytes, int length) throws IOException {
            if (out != null) {
                out.write(bytes, 0, length);
            }
        }

        @Override
        public void end(int artifact, boolean passed) throws IOException {
            if (current != null) {
                current.close();
            }
            if (out != null) {
                out.close();
            }
            DatasetPlan plan = plans.get(artifact);
            if (passed && current != null && plan != null && current.rows() == plan.records()) {
                rows.put(artifact, current);
            }
            if (passed && document != null) {
                documents.put(documentName, document);
            }
            current = null;
            document = null;
            out = null;
        }

        List<LaterFile> files(boolean all) {
            List<LaterFile> files = new ArrayList<>();
            documents.forEach((name, bytes) -> files.add(new ShownDocument(packageFile, name, bytes, !all)));
            plans.forEach((artifact, plan) -> files.add(new ShownDataset(
                    packageFile, plan, Optional.ofNullable(rows.get(artifact)), !all, source(artifact))));
            return List.copyOf(files);
        }

        private Optional<Opening> source(int artifact) {
            return Optional.ofNullable(datasets.get(artifact)).map(dataset -> sources.get(dataset.source()));
        }
    }
}
