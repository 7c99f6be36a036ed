package org.trialseal.core.prove;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.StudyStore;
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

    /** A group and how many of its rows have come. */
    static final class Place {
        private final Optional<Cell> subject;
        private final GroupTable.Group group;
        private @Nullable GroupKey key;
        private long rows;

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
    }

    /** The place of the next row; empty when no such subject was sealed in this dataset. */
    Optional<Place> locate(RowBatch batch, int row) throws IOException {
        Optional<Place> place = place(subjectColumn.map(column -> batch.cell(row, column)));
        place.ifPresent(found -> found.rows++);
        return place;
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
    GroupKey key(Place place) throws ProofRefusedException {
        if (place.key == null) {
            Optional<Secret> secret =
                    place.subject.isPresent() ? store.secret(place.subject.get()) : store.studySecret();
            place.key = GroupKey.derive(
                    secret.orElseThrow(() -> ProofRefusedException.notAtHand(
                            "the secret of a subject is not in the study store: it was erased, or this is another store;"
                                    + " its records can no longer be shown")),
                    nonce,
                    evidence.artifact());
        }
        return place.key;
    }
}
