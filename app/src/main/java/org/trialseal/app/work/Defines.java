package org.trialseal.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.PlanFact;
import org.trialseal.importers.define.DefineFile;
import org.trialseal.importers.define.DefineXml;
import org.trialseal.importers.define.DefinedDatasets;

/** The Define-XML files among those that are sealed. Each is sealed as a document, and describes the data beside it. */
public final class Defines {
    /** What a plan calls the importer of such a file. */
    public static final String ID = "define-xml";

    private final List<DefineXml> files;

    private Defines(List<DefineXml> files) {
        this.files = List.copyOf(files);
    }

    /** No file describes anything. */
    public static Defines none() {
        return new Defines(List.of());
    }

    /**
     * Reads those among the files.
     *
     * @param wanted whether a file, by its name, may describe the data
     * @throws MalformedException when one is a Define-XML and cannot be read
     */
    static Defines among(List<Path> paths, Predicate<String> wanted)
            throws IOException, MalformedException, RefusedException {
        List<DefineXml> found = new ArrayList<>();
        for (Path path : paths) {
            PathFile file = Inputs.existing(path);
            if (wanted.test(file.name()) && DefineFile.isOne(file)) {
                found.add(DefineFile.read(file));
            }
        }
        return new Defines(found);
    }

    /** The datasets that they describe. */
    DefinedDatasets datasets() {
        return new DefinedDatasets(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What a file says, when it is one of them. */
    public Optional<DefineXml> of(SealItem item) {
        return item instanceof SealItem.DocumentItem ? of(item.file().name()) : Optional.empty();
    }

    Optional<DefineXml> of(String name) {
        return files.stream().filter(define -> define.file().equals(name)).findFirst();
    }

    /** What such a file is, for people. */
    public static List<PlanFact> facts(DefineXml define) {
        return List.of(
                PlanFact.of(PlanFact.Kind.DEFINE_VERSION, define.version()),
                PlanFact.of(PlanFact.Kind.DEFINE_DATASETS, define.datasets()));
    }
}
