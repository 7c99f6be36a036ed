package org.trialseal.core.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/**
 * Checks who a group belongs to: the tag key is the sealed one, each tag fits its identifier, and every record that
 * shows its subject column shows the identifier of its group.
 */
final class SubjectCheck {
    private final DatasetEntry entry;
    private final int column;
    private final Faults faults;
    private @Nullable Bytes tagKey;
    private @Nullable Cell subject;
    private byte[] subjectValue = new byte[0];

    /** @param column the subject column, from 1; 0 when the dataset is not grouped */
    SubjectCheck(DatasetEntry entry, int column, Faults faults) {
        this.entry = entry;
        this.column = column;
        this.faults = faults;
    }

    void begin(Optional<Bytes> opened) {
        tagKey = opened.orElse(null);
        faults.require(
                tagKey == null || Groups.tagKeyCommitment(tagKey).equals(entry.tagKey()),
                Reason.TAG_KEY_DIFFERS,
                "The tag key is not the sealed one.");
    }

    /** The tag that an identifier has; empty without the tag key. */
    Optional<Sha256> tag(Cell identifier) {
        return Optional.ofNullable(tagKey).map(key -> Groups.tag(key, Optional.of(identifier)));
    }

    void group(ShownGroup group) {
        expect(group.subject().orElse(null));
        if (tagKey != null) {
            faults.require(
                    Groups.tag(tagKey, group.subject()).equals(group.tag()),
                    Reason.TAG_DIFFERS,
                    "A group's tag does not fit its identifier.");
        }
    }

    private void expect(@Nullable Cell identifier) {
        subject = identifier;
        subjectValue = identifier == null ? new byte[0] : identifier.value().toArray();
    }

    void record(RowBatch batch, int row) {
        if (column == 0) {
            return;
        }
        if (subject == null) {
            expect(batch.cell(row, column - 1));
            return;
        }
        int offset = batch.offset(row, column - 1);
        int end = offset + batch.length(row, column - 1);
        requireSame(batch.type(row, column - 1) == subject.type()
                && Arrays.equals(batch.buffer(), offset, end, subjectValue, 0, subjectValue.length));
    }

    void shown(ShownRecord record) {
        if (column == 0) {
            return;
        }
        int run = record.runs().size() == 1 ? 0 : column / RecordHasher.RUN;
        if (record.runs().get(run) instanceof ShownRun.Open) {
            List<ShownField> fields = ((ShownRun.Open) record.runs().get(run)).fields();
            shown(fields.get(column - run * RecordHasher.RUN));
        }
    }

    private void shown(ShownField field) {
        if (field instanceof ShownField.Open) {
            Cell cell = ((ShownField.Open) field).cell();
            requireSame(subject == null || subject.equals(cell));
            expect(cell);
        }
    }

    private void requireSame(boolean same) {
        faults.require(same, Reason.SUBJECT_DIFFERS, "A record has another subject identifier than its group.");
    }
}
