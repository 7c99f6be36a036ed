package org.trialseal.core.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.PiecePipeline;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.prove.RowLocator.Place;
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
    private final TreeMap<Long, Place> places = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final EnumSet<CellType> subjectTypes = EnumSet.of(CellType.TEXT, CellType.MISSING);
    private @Nullable Place chosen;
    private long rows;
    private long shown;

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

    private void chooseSubjects() throws IOException {
        for (String identifier : wanted.subjects()) {
            boolean found = false;
            for (Cell subject : Wanted.cells(identifier)) {
                Optional<Place> place = locator.place(Optional.of(subject));
                place.ifPresent(known -> places.put(known.group().index(), known));
                found |= place.isPresent();
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
    public void assign(RowBatch batch, LocatedRows located) throws IOException {
        located.startAt(rows);
        rows += batch.rows();
        Place place = null;
        for (int row = 0; row < located.rows(); row++) {
            if (!unknown.isEmpty() && subjectColumn.isPresent()) {
                subjectTypes.add(batch.type(row, subjectColumn.get()));
            }
            place = locator.locate(batch, row, place).orElse(null);
            if (place != null) {
                assign(place, located, row);
            } else if (wanted.isWhole()) {
                located.cut(row, null);
            }
        }
    }

    private void assign(Place place, LocatedRows located, int row) throws IOException {
        place.countRow();
        if (!isWanted(place, located, row)) {
            return;
        }
        try {
            located.show(row, place, locator.key(place), place.rows() - 1);
        } catch (ProofRefusedException e) {
            located.cut(row, e);
        }
        if (place != chosen) {
            places.put(place.group().index(), place);
            chosen = place;
        }
    }

    private boolean isWanted(Place place, LocatedRows located, int row) {
        if (wanted.isWhole()) {
            return true;
        }
        return wanted.isOfRecords()
                ? located.isMatching(row) || wanted.isAt(located.position(row))
                : places.containsKey(place.group().index());
    }

    @Override
    public void work(RowBatch batch, LocatedRows located) throws IOException {
        located.check(batch);
    }

    @Override
    public void settle(RowBatch batch, LocatedRows located) throws IOException, MalformedException {
        for (int row = 0; row < located.rows(); row++) {
            Place place = located.place(row);
            if (place != null) {
                place.countShown();
                shown++;
                sink.add(place.group().index(), located.index(row), located.position(row), batch, row);
            }
        }
        if (located.isCut()) {
            throw new RefusedInside(refusal(located, located.rows()));
        }
    }

    /** The data are not what was sealed; unless it is the evidence that was damaged. */
    private ProofRefusedException refusal(LocatedRows located, int row) throws IOException, MalformedException {
        ProofRefusedException known = located.refusal();
        if (known != null) {
            return known;
        }
        Place place = located.place(row);
        if (place != null) {
            integrity.requireLeafIntact(place.group(), located.key(row), located.index(row));
        }
        return new ProofRefusedException(
                Code.RECORD_ALTERED, located.position(row) + 1, evidence.entry().name());
    }

    private void requireAllThere() throws ProofRefusedException {
        boolean complete = wanted.isWhole()
                ? rows == evidence.entry().shape().records()
                : wanted.isOfRecords()
                        || places.values().stream()
                                .allMatch(place -> place.rows() == place.group().count());
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
        return places.size();
    }

    /** The place of a group with a record to show. */
    Place place(long group) {
        return Objects.requireNonNull(places.get(group));
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
    long framing(boolean listed) {
        long groups = evidence.entry().shape().groups();
        long length = listed ? DisclosureSize.list(groups) : 0;
        for (Place place : places.values()) {
            int identifier = place.subject().map(cell -> cell.value().length()).orElse(0);
            length += listed
                    ? DisclosureSize.namedGroup(identifier)
                    : DisclosureSize.group(groups)
                            + DisclosureSize.paths(place.shown(), place.group().count());
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
