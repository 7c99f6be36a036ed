package org.trialseal.core.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry.Shape;
import org.trialseal.core.seal.RecordHasher;

/** Counts what is shown of a dataset. */
final class DatasetTally {
    private static final int MAX_NAME_BYTES = 1_024;

    private final Shape shape;
    private final BitSet columns = new BitSet();
    private final List<Cell> subjects = new ArrayList<>();
    private final List<Cell> absent = new ArrayList<>();
    private long groups;
    private long recordsInGroups;
    private long recordsShown;
    private long absentCount;
    private boolean allFields = true;
    private boolean allRecords = true;

    DatasetTally(Shape shape) {
        this.shape = shape;
    }

    void group(java.util.Optional<Cell> subject, long count, long shown) {
        groups++;
        recordsInGroups += count;
        recordsShown += shown;
        allRecords &= shown == count;
        subject.ifPresent(cell -> name(cell, subjects));
    }

    /** All fields of a record are shown. */
    void wholeRecords() {
        columns.set(1, shape.columns() + 1);
    }

    void shown(ShownRecord record) {
        int fields = 0;
        for (int run = 0; run < record.runs().size(); run++) {
            ShownRun shown = record.runs().get(run);
            if (shown instanceof ShownRun.Open) {
                fields += open(run * RecordHasher.RUN, ((ShownRun.Open) shown).fields());
            }
        }
        allFields &= fields == shape.columns();
    }

    private int open(int firstColumn, List<ShownField> fields) {
        int open = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) instanceof ShownField.Open) {
                columns.set(firstColumn + i);
                open++;
            }
        }
        return open;
    }

    void absent(Cell identifier) {
        absentCount++;
        name(identifier, absent);
    }

    private static void name(Cell identifier, List<Cell> names) {
        if (names.size() < Disclosed.MAX_NAMED && identifier.value().length() <= MAX_NAME_BYTES) {
            names.add(identifier);
        }
    }

    long groups() {
        return groups;
    }

    long absentCount() {
        return absentCount;
    }

    boolean showsSomething() {
        return groups > 0 || absentCount > 0 || shape.groups() == 0;
    }

    boolean allGroups() {
        return groups == shape.groups();
    }

    /** Whether no record is hidden in a group that is shown. */
    boolean allRecords() {
        return allRecords;
    }

    /** Whether the sizes of the groups shown can be those of a dataset of this shape. */
    boolean countsFit() {
        return allGroups()
                ? recordsInGroups == shape.records()
                : groups < shape.groups() && recordsInGroups <= shape.records() - (shape.groups() - groups);
    }

    /** Whether a further group of this size can still fit. */
    boolean admits(long count) {
        return count <= shape.records() - recordsInGroups;
    }

    Disclosed disclosed(int artifact, String name, Schema schema) {
        return new Disclosed(
                artifact,
                name,
                "dataset",
                extent(),
                new Disclosed.Part(groups, shape.groups()),
                new Disclosed.Part(recordsShown, shape.records()),
                columns.stream()
                        .mapToObj(column -> schema.names().get(column - 1))
                        .toList(),
                subjects,
                absent);
    }

    private Disclosed.Extent extent() {
        if (groups == 0 && shape.groups() > 0) {
            return Disclosed.Extent.NOTHING;
        }
        if (!allFields) {
            return Disclosed.Extent.FIELDS;
        }
        if (!allRecords) {
            return Disclosed.Extent.RECORDS;
        }
        return allGroups() ? Disclosed.Extent.WHOLE : Disclosed.Extent.SUBJECTS;
    }
}
