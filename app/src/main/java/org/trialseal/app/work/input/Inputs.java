package org.trialseal.app.work.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.importers.Formats;
import org.trialseal.importers.define.DefinedDatasets;
import org.trialseal.importers.redcap.DescribedExports;

/** Decides how each input file is read: as records of a known format, or as a document. */
public final class Inputs {
    private final Formats formats;
    private final Wishes wishes;

    /**
     * What the user asked for.
     *
     * @param document whether everything is a document
     * @param subject the subject column, for every file that has it
     * @param keys the key columns, for every file that has them
     * @param logs the tables, by name, that are event logs
     * @param plan an edited plan
     * @param defines the files that describe the data; when there are none, every Define-XML among the files does
     */
    public record Wishes(
            boolean document,
            Optional<String> subject,
            List<String> keys,
            Map<String, LogOrder> logs,
            Optional<PlanFile> plan,
            List<Path> defines) {
        public Wishes {
            defines = List.copyOf(defines);
        }

        /** Without a word about descriptions. */
        public Wishes(
                boolean document,
                Optional<String> subject,
                List<String> keys,
                Map<String, LogOrder> logs,
                Optional<PlanFile> plan) {
            this(document, subject, keys, logs, plan, List.of());
        }

        public static Wishes none() {
            return new Wishes(false, Optional.empty(), List.of(), Map.of(), Optional.empty());
        }
    }

    public Inputs(Formats formats, Wishes wishes) {
        this.formats = formats;
        this.wishes = wishes;
    }

    /**
     * The files as they are to be sealed.
     *
     * @param items one for each file, in order
     * @param defines those of them that describe others
     */
    public record Understood(List<SealItem> items, Defines defines) {
        public Understood {
            items = List.copyOf(items);
        }

        /** What should be looked at before sealing. */
        public List<Phrase> warnings() {
            List<Phrase> warnings = new ArrayList<>();
            for (SealItem item : items) {
                if (item instanceof SealItem.DataItem data) {
                    warnings.addAll(data.plan().warnings());
                }
                defines.of(item).ifPresent(define -> warnings.addAll(define.problems()));
            }
            return warnings;
        }
    }

    /** How each file is read; those that describe data describe the other ones. */
    public Understood understand(List<Path> files) throws IOException, MalformedException, RefusedException {
        if (wishes.document() && !wishes.defines().isEmpty()) {
            throw new RefusedException(Code.AS_DOCUMENT);
        }
        List<Path> all = new ArrayList<>(files);
        for (Path define : wishes.defines()) {
            if (all.stream().noneMatch(file -> file.equals(define))) {
                all.add(define);
            }
        }
        Defines defines = defines(all);
        for (Path define : wishes.defines()) {
            if (defines.of(String.valueOf(define.getFileName())).isEmpty()) {
                throw new RefusedException(Code.NO_DEFINE, define);
            }
        }
        List<SealItem> items = new ArrayList<>();
        for (Path file : all) {
            items.add(one(file, Map.of(), defines));
        }
        requireLogs(items);
        return new Understood(items, defines);
    }

    /** Those of the files that describe data: all that can, or those that were named. */
    public Defines defines(List<Path> files) throws IOException, MalformedException, RefusedException {
        if (wishes.document()) {
            return Defines.none();
        }
        DescribedExports exports = Dictionaries.among(formats, files, this::mayDescribe);
        return (wishes.defines().isEmpty()
                        ? Defines.among(files, this::mayDescribe)
                        : Defines.among(wishes.defines(), name -> true))
                .with(exports);
    }

    private boolean mayDescribe(String name) {
        return wishes.plan()
                .flatMap(plan -> plan.file(name))
                .map(planned -> !planned.isDocument())
                .orElse(true);
    }

    /** How files are read that are compared with a seal; those of them that describe data and are damaged describe none. */
    public List<SealItem> later(List<Path> files) throws IOException, MalformedException, RefusedException {
        Defines defines = Defines.readable(files).with(Dictionaries.among(formats, files, name -> true));
        List<SealItem> items = new ArrayList<>();
        for (Path file : files) {
            items.add(one(file, Map.of(), defines, false));
        }
        return items;
    }

    public List<SealItem> all(List<Path> files) throws IOException, MalformedException, RefusedException {
        return understand(files).items();
    }

    private void requireLogs(List<SealItem> items) throws RefusedException {
        for (String log : wishes.logs().keySet()) {
            if (items.stream()
                    .noneMatch(item -> item instanceof SealItem.DataItem data
                            && data.logs().containsKey(log))) {
                throw new RefusedException(Code.NO_LOG, log);
            }
        }
    }

    /**
     * How one file is read.
     *
     * @param options of its importer, which win over what it would infer; not used for a file that the plan names
     * @param defines what describes data; they are documents themselves
     * @throws MalformedException when the file cannot be read in its format, or not with these options
     */
    public SealItem one(Path path, Map<String, String> options, Defines defines)
            throws IOException, MalformedException, RefusedException {
        return one(path, options, defines, true);
    }

    private SealItem one(Path path, Map<String, String> options, Defines defines, boolean keysMatter)
            throws IOException, MalformedException, RefusedException {
        PathFile file = existing(path);
        Optional<PlanFile.PlannedFile> planned = wishes.plan().flatMap(plan -> plan.file(file.name()));
        boolean document = planned.isPresent() && planned.get().isDocument()
                || defines.of(file.name()).isPresent();
        if (wishes.document() || document) {
            return new SealItem.DocumentItem(file);
        }
        Optional<Importer> importer =
                planned.isPresent() ? formats.byId(planned.get().importer()) : formats.recognise(file);
        if (importer.isEmpty()) {
            if (planned.isPresent()) {
                throw new RefusedException(Code.PLAN_IMPORTER);
            }
            return new SealItem.DocumentItem(file);
        }
        FilePlan plan = plan(file, importer.get(), planned, options, defines, keysMatter);
        if (plan.datasets().isEmpty()) {
            return new SealItem.DocumentItem(file);
        }
        return new SealItem.DataItem(file, importer.get(), plan, logs(plan, planned));
    }

    private Map<String, LogOrder> logs(FilePlan plan, Optional<PlanFile.PlannedFile> planned) {
        Map<String, LogOrder> logs = new TreeMap<>(wishes.logs());
        if (planned.isPresent()) {
            logs.putAll(planned.get().logs());
        } else {
            plan.datasets().stream()
                    .filter(DatasetPlan::log)
                    .forEach(dataset -> logs.putIfAbsent(dataset.name(), LogOrder.OLDEST_FIRST));
        }
        logs.keySet().retainAll(plan.datasets().stream().map(DatasetPlan::name).toList());
        return logs;
    }

    public static PathFile existing(Path path) throws IOException, RefusedException {
        if (Files.isDirectory(path)) {
            throw new RefusedException(Code.FOLDER, path);
        }
        requireFile(path);
        return PathFile.of(path);
    }

    /** Reading a pipe would wait for somebody to write to it. What is not there is for others to say. */
    public static void requireFile(Path path) throws RefusedException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new RefusedException(Code.NO_FILE, path);
        }
    }

    private FilePlan plan(
            PathFile file,
            Importer importer,
            Optional<PlanFile.PlannedFile> planned,
            Map<String, String> options,
            Defines defines,
            boolean keysMatter)
            throws IOException, MalformedException, RefusedException {
        DefinedDatasets described = defines.datasets();
        NamedKeys named = described.keys(file.name()).or(defines.exports().keys());
        FilePlan plan = importer.plan(
                file,
                planned.map(PlanFile.PlannedFile::settings).orElse(options),
                wishes.subject(),
                wishes.keys(),
                keysMatter ? named : named.unchecked());
        FilePlan wanted = planned.isPresent() ? planned.get().apply(plan) : plan;
        return defines.exports().describe(described.describe(wanted));
    }

    /** Number of records of all items. */
    public static long records(List<SealItem> items) {
        long records = 0;
        for (SealItem item : items) {
            if (item instanceof SealItem.DataItem data) {
                records += data.plan().datasets().stream()
                        .mapToLong(DatasetPlan::records)
                        .sum();
            }
        }
        return records;
    }
}
