package org.trialseal.app.work.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.core.compare.LaterFile;
import org.trialseal.core.compare.LaterPackage;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;

/** The later side of a comparison: files, and what proof packages show. What these show lies in temporary files until closed. */
final class LaterCopies implements Closeable {
    private static final String SUFFIX = ".trialseal";

    private final List<LaterFile> files = new ArrayList<>();
    private final List<LaterPackage> packages = new ArrayList<>();

    /** Whether a path is taken for a proof package, by its name. */
    static boolean isPackage(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(SUFFIX) && Files.isRegularFile(path);
    }

    void add(List<LaterFile> more) {
        files.addAll(more);
    }

    /**
     * Verifies a package and takes what it shows.
     *
     * @throws MalformedException when it has not the form of a package
     */
    void open(Path path, VerificationPolicy policy, Path temporary, SecureRandom random)
            throws IOException, MalformedException {
        LaterPackage shown = LaterPackage.open(PathFile.of(path), policy, temporary, random);
        packages.add(shown);
        files.addAll(shown.files());
    }

    List<LaterFile> files() {
        return List.copyOf(files);
    }

    /** What was found about the packages themselves. */
    List<VerificationReport> verifications() {
        return packages.stream().map(LaterPackage::verification).toList();
    }

    @Override
    public void close() throws IOException {
        Optional<IOException> failed = Optional.empty();
        for (LaterPackage shown : packages) {
            try {
                shown.close();
            } catch (IOException e) {
                failed = Optional.of(e);
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }
}
