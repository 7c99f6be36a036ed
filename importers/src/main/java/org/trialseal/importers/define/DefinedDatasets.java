package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/**
 * Puts what Define-XML files say beside what data files say themselves. A dataset is described by the ItemGroupDef of its
 * name, in either case; else by the one whose leaf has the name of the data file, when it defines all of its columns.
 */
public final class DefinedDatasets {
    private final List<DefineXml> defines;
    private final boolean lenient;

    /** A dataset's definition. */
    record Match(DefineXml define, ItemGroup group) {}

    public DefinedDatasets(List<DefineXml> defines) {
        this(defines, false);
    }

    private DefinedDatasets(List<DefineXml> defines, boolean lenient) {
        this.defines = List.copyOf(defines);
        this.lenient = lenient;
    }

    /** The same, to which a dataset that two files describe is described by none. */
    public DefinedDatasets lenient() {
        return new DefinedDatasets(defines, true);
    }

    /** Names the keys of a file's datasets while it is planned. */
    public NamedKeys keys(String file) {
        return (dataset, schema) -> {
            List<Match> matches = matches(file, dataset, schema);
            return matches.size() == 1 ? keys(matches.get(0), schema) : Optional.empty();
        };
    }

    private static Optional<NamedKeys.Keys> keys(Match match, Schema schema) {
        Columns all = new Columns(schema);
        List<String> columns = new ArrayList<>();
        for (Item key : match.group().keys()) {
            Optional<String> column = all.of(key.name());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedKeys.Keys(
                        columns, Phrase.of(PlanReason.NAMED_BY, match.define().file())));
    }

    /**
     * A file's plan with what is said of its datasets, how it differs, and what was taken.
     *
     * @throws MalformedException when two files describe the same dataset
     */
    public FilePlan describe(FilePlan plan) throws MalformedException {
        if (defines.isEmpty()) {
            return plan;
        }
        List<DatasetPlan> datasets = new ArrayList<>();
        List<Phrase> reasons = new ArrayList<>(plan.reasons());
        List<Phrase> warnings = new ArrayList<>(plan.warnings());
        for (DatasetPlan dataset : plan.datasets()) {
            Optional<Match> match = match(plan.file(), dataset);
            if (match.isEmpty()) {
                datasets.add(dataset);
                reasons.add(Phrase.of(PlanReason.NOT_DESCRIBED, dataset.name(), names()));
            } else {
                Description description = new Description(plan.file(), match.get(), dataset);
                datasets.add(description.described());
                reasons.add(description.reason());
                warnings.addAll(description.warnings());
            }
        }
        return new FilePlan(plan.file(), plan.importer(), reasons, plan.facts(), warnings, datasets);
    }

    private String names() {
        return String.join(" or ", defines.stream().map(DefineXml::file).toList());
    }

    private Optional<Match> match(String file, DatasetPlan dataset) throws MalformedException {
        List<Match> matches = matches(file, dataset.name(), dataset.schema());
        if (matches.size() > 1 && lenient) {
            return Optional.empty();
        }
        if (matches.size() > 1) {
            Phrase places = matches.stream()
                    .map(match ->
                            Part.PLACE.of(match.define().file(), match.group().line()))
                    .reduce(Part.PLACES::of)
                    .orElseThrow();
            throw DataFault.DEFINED_TWICE.in(file, dataset.name(), places);
        }
        return matches.stream().findFirst();
    }

    private List<Match> matches(String file, String dataset, Schema schema) {
        List<Match> byName = new ArrayList<>();
        List<Match> byFile = new ArrayList<>();
        Columns columns = new Columns(schema);
        for (DefineXml define : defines) {
            for (ItemGroup group : define.groups()) {
                if (group.name().equalsIgnoreCase(dataset)) {
                    byName.add(new Match(define, group));
                } else if (isFile(group, file) && columns.areAllDefinedBy(group)) {
                    byFile.add(new Match(define, group));
                }
            }
        }
        return byName.isEmpty() ? byFile : byName;
    }

    private static boolean isFile(ItemGroup group, String file) {
        return group.about()
                .href()
                .map(DefinedDatasets::stem)
                .filter(stem(file)::equals)
                .isPresent();
    }

    /** The name of a file without folders and ending, in lower case. */
    private static String stem(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    }
}
