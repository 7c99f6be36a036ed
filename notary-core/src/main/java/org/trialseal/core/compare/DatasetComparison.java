package org.trialseal.core.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.PiecePipeline;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/** Compares the rows of one table with a sealed dataset, in bounded memory and whatever their order. */
final class DatasetComparison {
    private final Path temporary;
    private final SecureRandom random;
    private final ComparisonLimits limits;

    /** @param temporary folder for temporary files */
    DatasetComparison(Path temporary, SecureRandom random, ComparisonLimits limits) {
        this.temporary = temporary;
        this.random = random;
        this.limits = limits;
    }

    /**
     * What came out.
     *
     * @param rows of the later copy
     * @param columnsAltered whether columns were added, removed or described otherwise
     * @param uncompared whether some sealed records could not be compared
     * @param keyColumns subject and key columns
     */
    record Result(
            long rows,
            Counts counts,
            boolean columnsAltered,
            boolean uncompared,
            List<FoundDifference> differences,
            List<String> keyColumns,
            List<Note> notes) {}

    /** Finds the records that stand in another order, and says how many they are. */
    private interface Order {
        long reordered(Comparing comparing) throws IOException, MalformedException;
    }

    /** Reads the rest of the reader's current table, whose schema this is; reordered records are counted, not listed. */
    Result compare(SealedDataset dataset, TableReader reader, Schema later, InOrderPass.Progress progress)
            throws IOException, MalformedException {
        return compare(
                dataset,
                reader,
                later,
                Optional.empty(),
                progress,
                comparing -> comparing.moved().count());
    }

    /**
     * Reads a table of a later file, twice where records stand in another order.
     *
     * @param all takes every difference, where they are all wanted; then the result has none
     * @param ordered whether the order of records counts
     */
    Result compare(
            SealedDataset dataset,
            LaterTable later,
            Optional<PendingDifferences> all,
            boolean ordered,
            InOrderPass.Progress progress)
            throws IOException, MalformedException {
        Order order = ordered ? new MovedRows(later, progress)::list : comparing -> 0;
        try (TableReader reader = LaterTableReader.open(later, dataset.settings())) {
            return compare(dataset, reader, later.plan().schema(), all, progress, order);
        }
    }

    private Result compare(
            SealedDataset dataset,
            TableReader reader,
            Schema later,
            Optional<PendingDifferences> all,
            InOrderPass.Progress progress,
            Order order)
            throws IOException, MalformedException {
        ColumnMapping mapping = ColumnMapping.of(dataset.schema(), later);
        try (HiddenFolder hidden = HiddenFolder.create(temporary, random);
                Comparing comparing = new Comparing(dataset, mapping, limits, hidden, random, all);
                LeftoverRows leftovers = new LeftoverRows(comparing)) {
            if (comparing.cursors().subjectColumn().map(mapping::has).orElse(true)) {
                InOrderPass pass = new InOrderPass(comparing, leftovers, progress);
                new PiecePipeline<>(reader, pass).run(() -> new RowAttempts(comparing.newMatch()));
                return settle(comparing, leftovers, order);
            }
            return ungroupable(comparing, reader);
        }
    }

    private static Result ungroupable(Comparing comparing, TableReader reader) throws IOException, MalformedException {
        for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
            comparing.countRows(piece.get().decode().rows());
        }
        List<Note> notes = new ArrayList<>(comparing.mapping().notes());
        notes.add(Note.of(Code.NO_SUBJECT_COLUMN));
        return new Result(comparing.rows(), Counts.none(), true, true, List.of(), List.of(), notes);
    }

    private static Result settle(Comparing comparing, LeftoverRows leftovers, Order order)
            throws IOException, MalformedException {
        LooseRows loose = new LooseRows(comparing);
        new LeftoverPass(comparing, leftovers, loose).run();
        MissingGroups missing = MissingGroups.of(comparing);
        boolean uncompared = UncomparedRecords.note(comparing, leftovers);
        if (comparing.dataset().knowsAllSubjects()) {
            new Strangers(comparing, leftovers).regroup(missing.opened(), loose);
        }
        new LastPairing(comparing).run(loose, missing.opened());
        comparing.differences().removedUnseen(missing.unopenedRecords());
        return result(comparing, uncompared, order.reordered(comparing));
    }

    private static Result result(Comparing comparing, boolean uncompared, long reordered) {
        ColumnMapping mapping = comparing.mapping();
        Counts counts = comparing.differences().counts(reordered);
        List<Note> notes = new ArrayList<>(mapping.notes());
        List<String> described = mapping.changedAttributes();
        if (!described.isEmpty()) {
            notes.add(Note.of(Code.DESCRIBED_OTHERWISE, String.join(", ", described)));
        }
        notes.addAll(comparing.notes());
        if (counts.reordered() > 0 && counts.added() + counts.removed() + counts.changed() == 0) {
            notes.add(Note.of(Code.ORDER));
        }
        if (comparing.differences().unnamed() > 0) {
            notes.add(Note.of(Code.FIELDS_UNNAMED, comparing.differences().unnamed()));
        }
        if (comparing.differences().isCutShort(reordered)) {
            notes.add(Note.of(Code.NOT_ALL_LISTED));
        }
        return new Result(
                comparing.rows(),
                counts,
                mapping.isAltered() || !described.isEmpty(),
                uncompared,
                comparing.differences().inOrder(),
                comparing.differences().keyColumns(),
                notes);
    }
}
