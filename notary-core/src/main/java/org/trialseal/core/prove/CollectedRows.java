package org.trialseal.core.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.IntColumn;
import org.trialseal.core.evidence.NamedGroups.Named;
import org.trialseal.core.evidence.PiecePipeline;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Reads the data of one dataset once: finds the rows that are wanted, checks each against its sealed leaf on all cores,
 * and gives them to a sink in the order of the file.
 */
final class CollectedRows implements PiecePipeline.Stages<LocatedRows> {
    private final DatasetEvidence evidence;
    private final GroupIntegrity integrity;
    private final RowLocator locator;
    private final Wanted wanted;
    private final Optional<Integer> subjectColumn;
    private final RowSink sink;
    private final TreeSet<Integer> chosen = new TreeSet<>();
    private final IntColumn arrived = new IntColumn();
    private final IntColumn shownOf = new IntColumn();
    private final List<String> unknown = new ArrayList<>();
    private final EnumSet<CellType> subjectTypes = EnumSet.of(CellType.TEXT, CellType.MISSING);
    private long rows;
    private long shown;
    private int groups;
    private long identifiers;

    CollectedRows(
            DatasetEvidence evidence,
            RowLocator locator,
            Wanted wanted,
            Optional<Integer> subjectColumn,
            RowSink sink) {
        this.evidence = evidence;
        this.integrity = new GroupIntegrity(evidence);
        this.locator = locator;
        this.wanted = wanted;
        this.subjectColumn = subjectColumn;
        this.sink = sink;
    }

    /** Carries a refusal out of the stages. */
    private static final class RefusedInside extends IOException {
        private static final long serialVersionUID = 1;

        private final transient ProofRefusedException refusal;

        RefusedInside(ProofRefusedException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    /** Reads the dataset's table to its end. */
    void read(TableReader reader) throws IOException, MalformedException, ProofRefusedException {
        integrity.requireSealed();
        chooseSubjects();
        try {
            new PiecePipeline<>(reader, this).run(() -> new LocatedRows(evidence));
        } catch (RefusedInside e) {
            throw e.refusal;
        }
        requireAllThere();
    }

    private void chooseSubjects() throws IOException, MalformedException {
        for (String identifier : wanted.subjects()) {
            boolean found = false;
            for (Cell subject : Wanted.cells(identifier)) {
                Named place = locator.locate(subject);
                if (place != null) {
                    chosen.add(place.number());
                    found = true;
                }
            }
            if (!found) {
                unknown.add(identifier);
            }
        }
    }

    @Override
    public RowBatch prepare(RowBatch batch, LocatedRows located) {
        located.begin(batch.rows());
        if (wanted.isOfRecords()) {
            for (int row = 0; row < batch.rows(); row++) {
                if (wanted.matches(batch, row)) {
                    located.match(row);
                }
            }
        }
        return batch;
    }

    @Override
    public void assign(RowBatch batch, LocatedRows located) throws IOException, MalformedException {
        located.startAt(rows);
        rows += batch.rows();
        boolean candidate = true;
        for (int row = 0; row < located.rows(); row++) {
            if (!unknown.isEmpty() && subjectColumn.isPresent()) {
                subjectTypes.add(batch.type(row, subjectColumn.get()));
            }
            if (wanted.isOfSubjects() && (row == 0 || !hasSubjectOfRowBefore(batch, row))) {
                candidate =
                        locator.subject(batch, row).filter(wanted::isOfSubject).isPresent();
            }
            Named place = candidate ? locator.locate(batch, row) : null;
            if (place != null) {
                assign(place, batch, located, row);
            } else if (wanted.isWhole()) {
                located.cut(row, null);
            }
        }
    }

    private boolean hasSubjectOfRowBefore(RowBatch batch, int row) {
        return subjectColumn.isEmpty() || batch.isAsAbove(row, subjectColumn.get());
    }

    private void assign(Named place, RowBatch batch, LocatedRows located, int row) throws IOException {
        int index = arrived.increment(place.number());
        if (wanted.isOfRecords() && !located.isMatching(row) && !wanted.isAt(located.position(row))) {
            return;
        }
        try {
            located.show(row, place, locator.key(place, batch, row), index);
        } catch (ProofRefusedException e) {
            located.cut(row, e);
        }
    }

    @Override
    public void work(RowBatch batch, LocatedRows located) throws IOException {
        located.check(batch);
    }

    @Override
    public void settle(RowBatch batch, LocatedRows located) throws IOException, MalformedException {
        for (int row = 0; row < located.rows(); row++) {
            Named place = located.place(row);
            if (place != null) {
                if (isFirstShown(place, located.index(row))) {
                    groups++;
                    identifiers += subjectColumn.isPresent() ? batch.length(row, subjectColumn.get()) : 0;
                }
                shown++;
                sink.add(place.group().index(), located.index(row), located.position(row), batch, row);
            }
        }
        if (located.isCut()) {
            throw new RefusedInside(refusal(located, located.rows()));
        }
    }

    /** Counts the row; of groups that are shown whole, it is known already how many rows will be shown. */
    private boolean isFirstShown(Named place, long index) {
        return wanted.isOfRecords() ? shownOf.increment(place.number()) == 0 : index == 0;
    }

    /** The data are not what was sealed; unless it is the evidence that was damaged. */
    private ProofRefusedException refusal(LocatedRows located, int row) throws IOException, MalformedException {
        ProofRefusedException known = located.refusal();
        if (known != null) {
            return known;
        }
        Named place = located.place(row);
        if (place != null) {
            integrity.requireLeafIntact(
                    evidence.groups().get(place.group().index()), located.key(row), located.index(row));
        }
        return new ProofRefusedException(
                Code.RECORD_ALTERED, located.position(row) + 1, evidence.entry().name());
    }

    private void requireAllThere() throws IOException, ProofRefusedException {
        boolean complete = !wanted.isWhole() || rows == evidence.entry().shape().records();
        for (int number : chosen) {
            complete &= arrived.get(number) == locator.group(number).count();
        }
        if (!complete) {
            throw new ProofRefusedException(
                    Code.RECORDS_LACKING, evidence.entry().name());
        }
        if (wanted.isOfRecords() && shown == 0) {
            throw new ProofRefusedException(Code.NO_RECORD, evidence.entry().name());
        }
    }

    /** Refuses to list more subject entries than a package can hold. */
    void requireListable() throws ProofRefusedException {
        if (!wanted.isOfRecords() && evidence.groups().size() > Limit.LISTED_GROUPS.max()) {
            throw new ProofRefusedException(
                    Code.TOO_MANY_SUBJECTS, evidence.entry().name(), Limit.LISTED_GROUPS.max());
        }
    }

    /** Number of records to show. */
    long shown() {
        return shown;
    }

    /** Number of groups with a record to show. */
    int groups() {
        return groups;
    }

    /** How many records of a group are shown. */
    long shown(Named place) {
        return wanted.isOfRecords()
                ? shownOf.get(place.number())
                : place.group().count();
    }

    /** The subject of a row. */
    Optional<Cell> subject(RowBatch batch, int row) {
        return locator.subject(batch, row);
    }

    /** The subjects asked for that have no records here. */
    List<String> absent() {
        return List.copyOf(unknown);
    }

    /**
     * Length in bytes, about, of all that the disclosure says of groups and paths.
     *
     * @param listed whether all subject entries are listed
     */
    long framing(boolean listed) throws IOException {
        long all = evidence.entry().shape().groups();
        if (listed) {
            return DisclosureSize.list(all) + DisclosureSize.namedGroups(groups, identifiers);
        }
        long length = 0;
        for (int number = 0; number < locator.groups(); number++) {
            int some = shownOf.get(number);
            if (some > 0) {
                length += DisclosureSize.group(all)
                        + DisclosureSize.paths(some, locator.group(number).count());
            }
        }
        return length;
    }

    /** Identifiers without records, as cells of the types that the subject column has. */
    List<Cell> absentCells() {
        return unknown.stream()
                .flatMap(identifier -> Wanted.cells(identifier).stream())
                .filter(cell -> subjectTypes.contains(cell.type()))
                .toList();
    }
}
