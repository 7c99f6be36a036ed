package org.trialseal.core.prove;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Secret;

/** Finds the group and the index of every row of sealed data, read in the sealed order. */
final class RowLocator {
    private final DatasetEvidence evidence;
    private final StudyStore store;
    private final Bytes nonce;
    private final Optional<Integer> subjectColumn;
    private final Map<Optional<Cell>, Place> places = new HashMap<>();

    RowLocator(DatasetEvidence evidence, StudyStore store, Bytes nonce, Optional<Integer> subjectColumn) {
        this.evidence = evidence;
        this.store = store;
        this.nonce = nonce;
        this.subjectColumn = subjectColumn;
    }

    /** A group, how many of its rows have come, and how many of them are shown. */
    static final class Place {
        private final Optional<Cell> subject;
        private final GroupTable.Group group;
        private @Nullable GroupKey key;
        private long rows;
        private long shown;

        Place(Optional<Cell> subject, GroupTable.Group group) {
            this.subject = subject;
            this.group = group;
        }

        Optional<Cell> subject() {
            return subject;
        }

        GroupTable.Group group() {
            return group;
        }

        /** How many rows have come, the last one included. */
        long rows() {
            return rows;
        }

        /** Notes that one more of its rows has come. */
        void countRow() {
            rows++;
        }

        /** How many rows are shown. */
        long shown() {
            return shown;
        }

        /** Notes that one more of its rows is shown. */
        void countShown() {
            shown++;
        }
    }

    /**
     * The place of a row, which this does not count; empty when no such subject was sealed in this dataset.
     *
     * @param before the place of the row before it in the batch; null when there is none
     */
    Optional<Place> locate(RowBatch batch, int row, @Nullable Place before) throws IOException {
        if (before != null && hasSubjectOfRowBefore(batch, row)) {
            return Optional.of(before);
        }
        return place(subjectColumn.map(column -> batch.cell(row, column)));
    }

    private boolean hasSubjectOfRowBefore(RowBatch batch, int row) {
        if (subjectColumn.isEmpty()) {
            return true;
        }
        int column = subjectColumn.get();
        int from = batch.offset(row, column);
        int other = batch.offset(row - 1, column);
        return batch.type(row, column) == batch.type(row - 1, column)
                && Arrays.equals(
                        batch.buffer(),
                        from,
                        from + batch.length(row, column),
                        batch.buffer(),
                        other,
                        other + batch.length(row - 1, column));
    }

    /** The place of a subject. */
    Optional<Place> place(Optional<Cell> subject) throws IOException {
        Place known = places.get(subject);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Place> found = evidence.group(subject).map(group -> new Place(subject, group));
        found.ifPresent(place -> places.put(subject, place));
        return found;
    }

    /** The key of a group. */
    GroupKey key(Place place) throws IOException, ProofRefusedException {
        if (place.key == null) {
            Optional<Secret> secret =
                    place.subject.isPresent() ? store.secret(place.subject.get()) : store.studySecret();
            place.key = GroupKey.derive(
                    secret.orElseThrow(() -> new ProofRefusedException(Code.SUBJECT_SECRET)),
                    nonce,
                    evidence.artifact());
        }
        return place.key;
    }
}
