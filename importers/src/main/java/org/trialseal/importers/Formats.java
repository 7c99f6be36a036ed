package org.trialseal.importers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.Importer;

/** The file formats that the program reads. A file that none of them recognises is sealed as a document, by its bytes. */
public final class Formats {
    /** The least score at which an importer is taken. */
    public static final int THRESHOLD = 50;

    private static final Comparator<Importer> BY_ID = Comparator.comparing(Importer::id);

    private final List<Importer> importers;

    /**
     * @throws IllegalArgumentException when two importers have the same id
     */
    public Formats(Iterable<? extends Importer> importers) {
        this.importers = StreamSupport.stream(importers.spliterator(), false)
                .map(Importer.class::cast)
                .sorted(BY_ID)
                .toList();
        if (this.importers.stream().map(Importer::id).distinct().count() < this.importers.size()) {
            throw new IllegalArgumentException("two importers have the same id");
        }
    }

    /** All importers that ServiceLoader finds beside this class. */
    public static Formats installed() {
        return new Formats(ServiceLoader.load(Importer.class, Formats.class.getClassLoader()));
    }

    /** The importer that fits the file best by its name and first bytes; the first by id when several fit alike. */
    public Optional<Importer> recognise(DataFile file) throws IOException {
        byte[] head = head(file);
        Optional<Importer> best = Optional.empty();
        int bestScore = THRESHOLD - 1;
        for (Importer importer : importers) {
            int score = importer.recognises(file.name(), head.clone());
            if (score > bestScore) {
                best = Optional.of(importer);
                bestScore = score;
            }
        }
        return best;
    }

    private static byte[] head(DataFile file) throws IOException {
        try (InputStream input = file.open()) {
            return input.readNBytes(Importer.HEAD_BYTES);
        }
    }

    /** The importer with this id, as settings name it. */
    public Optional<Importer> byId(String id) {
        return importers.stream().filter(importer -> importer.id().equals(id)).findFirst();
    }

    /** All ids, in order. */
    public List<String> ids() {
        return importers.stream().map(Importer::id).toList();
    }
}
