package org.trialseal.core.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.ParallelWork;

/**
 * The second pass: rows that were not found where they were expected are looked for by group and key among the records
 * that are still missing. Among records of the same key the one with the same values comes first, then the order.
 */
final class LeftoverPass {
    private static final int ENTRY = 2 * Integer.BYTES + Long.BYTES;

    private final Comparing comparing;
    private final LeftoverRows leftovers;
    private final LooseRows loose;
    private final AtomicLong trials;
    private volatile boolean repeated;

    LeftoverPass(Comparing comparing, LeftoverRows leftovers, LooseRows loose) {
        this.comparing = comparing;
        this.leftovers = leftovers;
        this.loose = loose;
        this.trials = new AtomicLong(comparing.limits().trials());
    }

    void run() throws IOException, MalformedException {
        leftovers.close();
        if (leftovers.hasNamed()) {
            List<HiddenFile> missing = distribute();
            List<ParallelWork.Task> parts = new ArrayList<>();
            for (int part = 0; part < leftovers.parts(); part++) {
                int number = part;
                parts.add(() -> settle(leftovers.part(number), missing.get(number)));
            }
            ParallelWork.run(parts);
        }
        leftovers.unnamed().visit((number, cursor, fingerprint, batch, row) -> {
            loose.add(number, comparing.cursors().visited().get(cursor), batch, row);
        });
        if (repeated) {
            comparing.note(Code.REPEATED_KEYS);
        }
        if (trials.get() <= 0) {
            comparing.note(Code.TOO_MANY_REPEATED);
        }
    }

    private void settle(RowSpool rows, HiddenFile missing) throws IOException, MalformedException {
        if (rows.rows() > 0) {
            LeftoverPart part = new LeftoverPart(comparing, rows, load(missing), loose, trials);
            part.run();
            repeated |= part.hasRepeatedKeys();
        }
        rows.delete();
        missing.delete();
    }

    /** Writes the records that are still missing to one file a part. */
    private List<HiddenFile> distribute() throws IOException, MalformedException {
        List<HiddenFile> files = new ArrayList<>();
        List<DataOutputStream> outs = new ArrayList<>();
        try {
            for (int part = 0; part < leftovers.parts(); part++) {
                HiddenFile file = comparing.hidden().newFile();
                files.add(file);
                outs.add(file.write());
            }
            List<GroupCursor> incomplete = comparing.cursors().visited().stream()
                    .filter(GroupCursor::isOpen)
                    .filter(cursor -> cursor.matched() < cursor.open().count())
                    .sorted(Comparator.comparingLong(cursor -> cursor.open().first()))
                    .toList();
            RecordMatch match = comparing.newMatch();
            for (GroupCursor cursor : incomplete) {
                distribute(cursor, match, outs);
            }
        } finally {
            for (DataOutputStream out : outs) {
                out.close();
            }
        }
        return files;
    }

    private void distribute(GroupCursor cursor, RecordMatch match, List<DataOutputStream> outs)
            throws IOException, MalformedException {
        OpenGroup group = cursor.open();
        for (long index = 0; index < group.count(); index++) {
            if (!comparing.isFound(group, index)) {
                long fingerprint = match.fingerprint(group.first() + index);
                DataOutputStream out = outs.get(leftovers.part(cursor, fingerprint));
                out.writeInt(cursor.number());
                out.writeInt(Math.toIntExact(index));
                out.writeLong(fingerprint);
            }
        }
    }

    private static UnfoundIndex load(HiddenFile file) throws IOException {
        UnfoundIndex index = new UnfoundIndex();
        long entries = file.size() / ENTRY;
        try (DataInputStream in = file.read()) {
            for (long i = 0; i < entries; i++) {
                index.add(in.readInt(), in.readInt(), in.readLong());
            }
        }
        index.build();
        return index;
    }
}
