package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.PlanFact;
import org.trialseal.importers.define.DefineFile;
import org.trialseal.importers.define.DefineXml;
import org.trialseal.importers.define.DefinedDatasets;
import org.trialseal.importers.redcap.DescribedExports;

/**
 * The files among those that are sealed that describe the data beside them: Define-XML files, each sealed as a document, and
 * the data dictionaries of REDCap projects.
 */
public final class Defines {
    /** What a plan calls the importer of such a file. */
    public static final String ID = "define-xml";

    private final List<DefineXml> files;
    private final boolean lenient;
    private final DescribedExports exports;

    private Defines(List<DefineXml> files, boolean lenient, DescribedExports exports) {
        this.files = List.copyOf(files);
        this.lenient = lenient;
        this.exports = exports;
    }

    /** No file describes anything. */
    public static Defines none() {
        return new Defines(List.of(), false, DescribedExports.none());
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
        return new Defines(found, false, DescribedExports.none());
    }

    /**
     * Reads those among the files that can be read: what was sealed and is damaged now is altered, and no error. A dataset
     * that two of them describe is described by none.
     */
    static Defines readable(List<Path> paths) throws IOException, RefusedException {
        List<DefineXml> found = new ArrayList<>();
        for (Path path : paths) {
            try {
                found.addAll(among(List.of(path), name -> true).files);
            } catch (MalformedException e) {
                // What is damaged describes nothing.
            }
        }
        return new Defines(found, true, DescribedExports.none());
    }

    /** The datasets that they describe. */
    DefinedDatasets datasets() {
        DefinedDatasets datasets = new DefinedDatasets(files);
        return lenient ? datasets.lenient() : datasets;
    }

    /** The same with data dictionaries. */
    Defines with(DescribedExports dictionaries) {
        return new Defines(files, lenient, dictionaries);
    }

    /** The exports that data dictionaries describe. */
    DescribedExports exports() {
        return exports;
    }

    boolean isEmpty() {
        return files.isEmpty() && exports.isEmpty();
    }

    /** What a file says, when it is one of them. */
    public Optional<DefineXml> of(SealItem item) {
        return item instanceof SealItem.DocumentItem ? of(item.file().name()) : Optional.empty();
    }

    Optional<DefineXml> of(String name) {
        return files.stream().filter(define -> define.file().equals(name)).findFirst();
    }

    /** What such a file is, for people. */
    public static List<Phrase> facts(DefineXml define) {
        List<Phrase> facts = new ArrayList<>(List.of(
                Phrase.of(PlanFact.DEFINE_VERSION, define.version()),
                Phrase.of(PlanFact.DEFINE_DATASETS, define.datasets())));
        if (!define.unused().isNone()) {
            facts.add(Phrase.of(
                    PlanFact.DEFINE_VALUE_LEVEL,
                    define.unused().lists(),
                    define.unused().conditions()));
        }
        return facts;
    }
}
