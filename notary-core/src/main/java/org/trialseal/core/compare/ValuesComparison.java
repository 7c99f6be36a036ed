package org.trialseal.core.compare;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
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
    private interface Sealed {
        ValueSide side(int dataset) throws IOException, MalformedException;
    }

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
        return compare(plans, dataset -> values.side(artifacts.get(dataset), plans.get(dataset)), files, progress);
    }

    /** Compares later files with the datasets that a proof package shows whole, and verifies the package. */
    public PackageComparison.Result compare(
            PathFile packageFile, VerificationPolicy policy, List<LaterFile> files, SealProgress progress)
            throws IOException, MalformedException {
        try (LaterPackage shown = LaterPackage.open(packageFile, policy, options.temporary(), random)) {
            List<ValueSide> sides = shown.files().stream()
                    .flatMap(file -> ValueSide.ofFile(file).stream())
                    .toList();
            List<DatasetPlan> plans = sides.stream().map(ValueSide::plan).toList();
            return new PackageComparison.Result(shown.verification(), compare(plans, sides::get, files, progress));
        }
    }

    private ComparisonReport compare(
            List<DatasetPlan> sealed, Sealed sides, List<LaterFile> files, SealProgress progress)
            throws IOException, MalformedException {
        List<ValueSide> later = files.stream()
                .flatMap(file -> ValueSide.ofFile(arranged(file, sealed)).stream())
                .toList();
        ValueMatching matching =
                new ValueMatching(sealed, later.stream().map(ValueSide::plan).toList());
        List<ArtifactComparison> artifacts = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            Optional<Integer> other = matching.of(i);
            String name = sealed.get(i).name();
            if (other.isPresent()) {
                ValueSide side = sides.side(i);
                ValueSide now = later.get(other.get());
                artifacts.add(named(name, side.compare(now, match, progress), side.rules(now)));
            } else if (!options.onlyGiven()) {
                artifacts.add(ArtifactComparison.missing(name));
            }
        }
        matching.strangers()
                .forEach(i -> artifacts.add(
                        ArtifactComparison.unexpected(later.get(i).plan().name())));
        files.stream()
                .filter(LaterFile.Plain.class::isInstance)
                .forEach(file -> artifacts.add(ArtifactComparison.unknown(file.name(), Code.NO_VALUES)));
        return new ComparisonReport(artifacts);
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
