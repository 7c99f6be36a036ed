package org.trialseal.core.compare;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * Compares datasets across formats by their values, under stated rules: weaker than a comparison of records, and never
 * mixed with it. Needs the sealed values, and first makes sure that they are those that were sealed.
 */
public final class ValuesComparison {
    /** The name of this check in reports. */
    public static final String NAME = "values";

    private final ComparisonOptions options;
    private final SecureRandom random;
    private final ValueMatch match;

    /** @param options their old data give the sealed values of an evidence folder; a package has them */
    public ValuesComparison(ComparisonOptions options, SecureRandom random) {
        this.options = options;
        this.random = random;
        this.match = new ValueMatch(options.temporary(), random, options.journal());
    }

    /** Hands out the sealed side of a comparison. */
    private interface Side {
        ValueSide open() throws IOException, MalformedException;
    }

    /** A sealed table. */
    private record Sealed(DatasetPlan plan, Side side) {}

    /**
     * Compares later files with the datasets of an evidence folder.
     *
     * @throws MalformedException when a file cannot be read in its format, or the folder is damaged
     */
    public ComparisonReport compare(
            EvidenceFolder folder,
            FolderOpenings openings,
            StudyStore store,
            List<LaterFile> files,
            SealProgress progress)
            throws IOException, MalformedException {
        SealedValues values = new SealedValues(folder, openings, store, options, random);
        List<DatasetPlan> plans = values.plans();
        List<Integer> artifacts = values.artifacts();
        List<Sealed> sealed = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            int artifact = artifacts.get(i);
            DatasetPlan plan = plans.get(i);
            sealed.add(new Sealed(plan, () -> values.side(artifact, plan)));
        }
        List<ValueSide> later = later(files, plans);
        arrange(values, artifacts, sealed, later);
        return compare(sealed, later, files, progress);
    }

    private static void arrange(
            SealedValues values, List<Integer> artifacts, List<Sealed> sealed, List<ValueSide> later)
            throws IOException, MalformedException {
        List<Sealed> all = List.copyOf(sealed);
        for (Map.Entry<Integer, SealedData.Arranged> file : values.arranged().entrySet()) {
            List<Sealed> tables = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (values.source(artifacts.get(i)) == file.getKey()) {
                    tables.add(all.get(i));
                }
            }
            DatasetPlan records = file.getValue().plan().datasets().get(0);
            arrange(sealed, tables, new Sealed(records, () -> values.side(file.getKey(), file.getValue())), later);
        }
    }

    /** Puts a file's records in the place of its tables, when a later table belongs to them and none to its tables. */
    private static void arrange(List<Sealed> sealed, List<Sealed> tables, Sealed records, List<ValueSide> later) {
        ValueMatching asTables = matching(sealed, later);
        boolean isNamed = tables.stream()
                .anyMatch(table -> asTables.of(sealed.indexOf(table)).isPresent());
        List<Sealed> arranged = new ArrayList<>(sealed);
        arranged.removeAll(tables);
        arranged.add(records);
        if (!isNamed && matching(arranged, later).of(arranged.size() - 1).isPresent()) {
            sealed.clear();
            sealed.addAll(arranged);
        }
    }

    private static ValueMatching matching(List<Sealed> sealed, List<ValueSide> later) {
        return new ValueMatching(
                sealed.stream().map(Sealed::plan).toList(),
                later.stream().map(ValueSide::plan).toList());
    }

    /** Compares later files with the datasets that a proof package shows whole, and verifies the package. */
    public PackageComparison.Result compare(
            PathFile packageFile, VerificationPolicy policy, List<LaterFile> files, SealProgress progress)
            throws IOException, MalformedException {
        try (LaterPackage shown = LaterPackage.open(packageFile, policy, options.temporary(), random)) {
            List<ValueSide> sides = shown.files().stream()
                    .flatMap(file -> ValueSide.ofFile(file).stream())
                    .toList();
            List<Sealed> sealed = sides.stream()
                    .map(side -> new Sealed(side.plan(), () -> side))
                    .toList();
            List<ValueSide> later =
                    later(files, sides.stream().map(ValueSide::plan).toList());
            return new PackageComparison.Result(shown.verification(), compare(sealed, later, files, progress));
        }
    }

    private static List<ValueSide> later(List<LaterFile> files, List<DatasetPlan> sealed) {
        return files.stream()
                .flatMap(file -> ValueSide.ofFile(arranged(file, sealed)).stream())
                .toList();
    }

    private ComparisonReport compare(
            List<Sealed> sealed, List<ValueSide> later, List<LaterFile> files, SealProgress progress)
            throws IOException, MalformedException {
        ValueMatching matching = matching(sealed, later);
        boolean hidden = isHidden(sealed, matching);
        List<ArtifactComparison> artifacts = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            Optional<Integer> other = matching.of(i);
            String name = sealed.get(i).plan().name();
            if (other.isPresent()) {
                ValueSide side = sealed.get(i).side().open();
                ValueSide now = later.get(other.get());
                artifacts.add(named(name, side.compare(now, match, progress), side.rules(now)));
            } else if (hidden && ValueSide.isTableOfOdm(sealed.get(i).plan())) {
                artifacts.add(ArtifactComparison.unknown(name, Code.NOT_ARRANGED));
            } else if (!options.onlyGiven()) {
                artifacts.add(ArtifactComparison.missing(name));
            }
        }
        for (int i : matching.strangers()) {
            String name = later.get(i).plan().name();
            artifacts.add(
                    hidden ? ArtifactComparison.unknown(name, Code.NOT_ARRANGED) : ArtifactComparison.unexpected(name));
        }
        files.stream()
                .filter(LaterFile.Plain.class::isInstance)
                .forEach(file -> artifacts.add(ArtifactComparison.unknown(file.name(), Code.NO_VALUES)));
        return new ComparisonReport(artifacts);
    }

    /** Whether a later table may hold the records of a REDCap project that was sealed as ODM and is not at hand. */
    private static boolean isHidden(List<Sealed> sealed, ValueMatching matching) {
        boolean redcap = false;
        for (int i = 0; i < sealed.size(); i++) {
            DatasetPlan plan = sealed.get(i).plan();
            if (ValueSide.isTableOfOdm(plan)) {
                redcap |= plan.schema().names().stream().anyMatch(column -> column.startsWith("@redcap:"));
                if (matching.of(i).isPresent()) {
                    return false;
                }
            }
        }
        return redcap && !matching.strangers().isEmpty();
    }

    /** The file as records, when it can be read so and as it is it has no table of the name of a sealed one. */
    private static LaterFile arranged(LaterFile file, List<DatasetPlan> sealed) {
        if (!(file instanceof LaterFile.Tables tables) || tables.asRecords().isEmpty()) {
            return file;
        }
        LaterFile.Arranged records = tables.asRecords().get();
        boolean isNamed = tables.plan().datasets().stream()
                .anyMatch(table -> sealed.stream().anyMatch(one -> one.name().equalsIgnoreCase(table.name())));
        return isNamed ? file : new LaterFile.Tables(tables.file(), records.importer(), records.plan());
    }

    private static ArtifactComparison named(String name, ArtifactComparison found, List<Note> rules) {
        boolean same = found.state() == State.RE_ENCODED || found.state() == State.IDENTICAL;
        List<Note> notes = new ArrayList<>();
        if (found.state() != State.UNKNOWN) {
            notes.add(Note.of(Code.BY_VALUES, ValueRules.DIGITS));
            notes.addAll(rules);
        }
        if (same) {
            notes.add(Note.of(Code.SAME_VALUES));
        }
        notes.addAll(same ? List.of() : found.remarks());
        return new ArtifactComparison(
                name,
                same ? State.RE_ENCODED : found.state(),
                found.records(),
                found.counts(),
                found.differences(),
                notes);
    }
}
