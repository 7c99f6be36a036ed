package org.trialseal.app.work.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.Formats;
import org.trialseal.importers.redcap.DescribedExports;
import org.trialseal.importers.redcap.DescribedExports.DictionaryFile;
import org.trialseal.importers.redcap.Dictionary;

/** The data dictionaries of REDCap projects among the files: each is sealed as a dataset, and describes the exports. */
final class Dictionaries {
    /** How much of a file is looked at to see whether it may be one, in bytes. */
    private static final int HEAD = 4096;

    private static final int BUFFER = 1 << 16;

    /** The largest file that is taken for one. */
    private static final long MAX_LENGTH = 64L << 20;

    /** The first column of every dictionary; in UTF-16 none is recognised. */
    private static final List<String> FIRST = List.of("Variable / Field Name", "field_name");

    private Dictionaries() {}

    /**
     * Reads those among the files that are dictionaries and can be read; one that cannot is refused where it stands itself.
     *
     * @param wanted whether a file, by its name, may describe others
     */
    static DescribedExports among(Formats formats, List<Path> paths, Predicate<String> wanted)
            throws IOException, RefusedException {
        List<DictionaryFile> found = new ArrayList<>();
        for (Path path : paths) {
            PathFile file = Inputs.existing(path);
            if (wanted.test(file.name()) && mayBeOne(file)) {
                read(formats, file).ifPresent(found::add);
            }
        }
        return new DescribedExports(found);
    }

    private static boolean mayBeOne(PathFile file) throws IOException {
        try (InputStream input = file.open()) {
            String head = new String(input.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return file.size() <= MAX_LENGTH && FIRST.stream().anyMatch(head::contains);
        }
    }

    private static Optional<DictionaryFile> read(Formats formats, PathFile file) throws IOException {
        Optional<Importer> importer = formats.recognise(file);
        if (importer.isEmpty()) {
            return Optional.empty();
        }
        try {
            FilePlan plan = importer.get().plan(file, Map.of(), Optional.empty(), List.of());
            return plan.datasets().size() == 1
                    ? read(file, importer.get(), plan.datasets().get(0))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static Optional<DictionaryFile> read(PathFile file, Importer importer, DatasetPlan plan)
            throws IOException, MalformedException {
        if (!Dictionary.isDictionary(plan.schema())) {
            return Optional.empty();
        }
        try (TableReader reader = importer.open(file, plan.settings())) {
            reader.nextTable();
            Sha256 digest = digest(file);
            return Dictionary.read(file.name(), plan.schema(), reader)
                    .map(dictionary -> new DictionaryFile(file.name(), digest, dictionary));
        }
    }

    private static Sha256 digest(PathFile file) throws IOException {
        var digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = file.open()) {
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return Sha256.wrap(digest.digest());
    }
}
