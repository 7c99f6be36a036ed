package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.importers.Formats;

/** Finds sealed data among the files given with {@code --data}, by their names. */
public final class DataFiles implements SealedData {
    private final Formats formats;
    private final List<PathFile> files;
    private final Set<String> sealed;

    public DataFiles(Formats formats, List<Path> paths) throws IOException, RefusedException {
        this(formats, existing(paths), Set.of());
    }

    private DataFiles(Formats formats, List<PathFile> files, Set<String> sealed) {
        this.formats = formats;
        this.files = files;
        this.sealed = sealed;
    }

    private static List<PathFile> existing(List<Path> paths) throws IOException, RefusedException {
        List<PathFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(Inputs.existing(path));
        }
        return files;
    }

    /** The same for one seal: a single file may have another name now, but not that of another sealed file. */
    public DataFiles of(EvidenceFolder seal) {
        return new DataFiles(
                formats, files, seal.entries().stream().map(SealEntry::name).collect(Collectors.toSet()));
    }

    /** Whether a file of this name was given. */
    public boolean has(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    @Override
    public TableReader open(String source, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException {
        DataFile file = find(source);
        Importer importer = importer(source, settings);
        FilePlan plan = importer.plan(file, importer.unstated(settings.options()), settings.subject(), settings.keys());
        return importer.open(file, plan.datasets().get(0).settings());
    }

    private Importer importer(String source, ImportSettings settings) throws MalformedException {
        Importer present = formats.byId(settings.importer())
                .orElseThrow(() -> new MalformedException(
                        source,
                        "was read by the importer " + settings.importer() + ", which this program does not have"));
        return present.asVersion(settings.version()).orElse(present);
    }

    @Override
    public Optional<Arranged> asRecords(String source, ImportSettings settings) throws IOException, MalformedException {
        Optional<Importer> records = importer(source, settings).asRecords();
        if (records.isEmpty()) {
            return Optional.empty();
        }
        try {
            PathFile file = find(source);
            FilePlan plan = records.get().plan(file, Map.of(), Optional.empty(), List.of());
            return Optional.of(new Arranged(file, records.get(), plan))
                    .filter(found -> !plan.datasets().isEmpty());
        } catch (ProofRefusedException e) {
            return Optional.empty();
        }
    }

    @Override
    public DataFile document(String name) throws ProofRefusedException {
        return find(name);
    }

    private PathFile find(String name) throws ProofRefusedException {
        Optional<PathFile> found =
                files.stream().filter(file -> file.name().equals(name)).findFirst();
        if (found.isEmpty()
                && files.size() == 1
                && !sealed.contains(files.get(0).name())) {
            found = Optional.of(files.get(0));
        }
        return found.orElseThrow(() -> ProofRefusedException.needs(name));
    }
}
