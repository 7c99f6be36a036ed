package org.trialseal.core.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.MalformedException;

/**
 * The records that no row was found for yet, by the parts of {@link LeftoverRows}: those of most groups are read from the
 * evidence when their part is at work, those of groups that are spread over all parts are distributed beforehand.
 */
final class MissingRecords {
    private static final int ENTRY = 2 * Integer.BYTES + Long.BYTES;

    private static final Comparator<GroupCursor> FIRST =
            Comparator.comparingLong(cursor -> cursor.open().first());

    private final Comparing comparing;
    private final List<IntStream.Builder> groups = new ArrayList<>();
    private final List<@Nullable HiddenFile> files = new ArrayList<>();

    private MissingRecords(Comparing comparing, int parts) {
        this.comparing = comparing;
        for (int part = 0; part < parts; part++) {
            groups.add(IntStream.builder());
            files.add(null);
        }
    }

    static MissingRecords of(Comparing comparing, LeftoverRows leftovers) throws IOException, MalformedException {
        MissingRecords missing = new MissingRecords(comparing, leftovers.parts());
        List<GroupCursor> spread = new ArrayList<>();
        GroupCursors cursors = comparing.cursors();
        for (int number = 0; number < cursors.size(); number++) {
            GroupCursor cursor = cursors.get(number);
            if (!cursor.isOpen() || comparing.isFound(cursor.open())) {
                continue;
            }
            if (leftovers.isSpread(cursor)) {
                spread.add(cursor);
            } else {
                missing.groups.get(leftovers.part(cursor, 0)).add(number);
            }
        }
        if (!spread.isEmpty()) {
            spread.sort(FIRST);
            missing.distribute(spread, leftovers);
        }
        return missing;
    }

    /** Writes the missing records of groups that belong to all parts to one file a part. */
    private void distribute(List<GroupCursor> spread, LeftoverRows leftovers) throws IOException, MalformedException {
        List<DataOutputStream> outs = new ArrayList<>();
        try {
            for (int part = 0; part < files.size(); part++) {
                HiddenFile file = comparing.hidden().newFile();
                files.set(part, file);
                outs.add(file.write());
            }
            RecordMatch match = comparing.newMatch();
            for (GroupCursor cursor : spread) {
                visit(cursor, match, (index, fingerprint) -> {
                    DataOutputStream out = outs.get(leftovers.part(cursor, fingerprint));
                    out.writeInt(cursor.number());
                    out.writeInt(index);
                    out.writeLong(fingerprint);
                });
            }
        } finally {
            for (DataOutputStream out : outs) {
                out.close();
            }
        }
    }

    /** Takes missing records of one group. */
    private interface Visitor {
        void record(int index, long fingerprint) throws IOException;
    }

    private void visit(GroupCursor cursor, RecordMatch match, Visitor visitor) throws IOException, MalformedException {
        OpenGroup group = cursor.open();
        for (long index = 0; index < group.count(); index++) {
            if (!comparing.isFound(group, index)) {
                visitor.record(Math.toIntExact(index), match.fingerprint(group.first() + index));
            }
        }
    }

    /** Fills the index with those of one part; may be asked for once. */
    void fill(UnfoundIndex index, int part, RecordMatch match) throws IOException, MalformedException {
        index.clear();
        for (GroupCursor cursor : cursors(part)) {
            visit(cursor, match, (record, fingerprint) -> index.add(cursor.number(), record, fingerprint));
        }
        HiddenFile file = files.get(part);
        if (file != null) {
            addAll(file, index);
            file.delete();
        }
        index.build();
    }

    /** Those of one part that are not spread, in the order of their records. */
    private List<GroupCursor> cursors(int part) throws IOException {
        List<GroupCursor> cursors = new ArrayList<>();
        for (int number : groups.get(part).build().toArray()) {
            cursors.add(comparing.cursors().get(number));
        }
        cursors.sort(FIRST);
        return cursors;
    }

    private static void addAll(HiddenFile file, UnfoundIndex index) throws IOException {
        long entries = file.size() / ENTRY;
        try (DataInputStream in = file.read()) {
            for (long i = 0; i < entries; i++) {
                index.add(in.readInt(), in.readInt(), in.readLong());
            }
        }
    }
}
