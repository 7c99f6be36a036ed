package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.ParallelWork;

/**
 * The second pass: rows that were not found where they were expected are looked for by group and key among the records
 * that are still missing. Among records of the same key the one with the same values comes first, then the order.
 */
final class LeftoverPass {
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
            MissingRecords missing = MissingRecords.of(comparing, leftovers);
            List<ParallelWork.Task> parts = new ArrayList<>();
            for (int part = 0; part < leftovers.parts(); part++) {
                int number = part;
                parts.add(() -> settle(leftovers.part(number), missing, number));
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

    private void settle(RowSpool rows, MissingRecords missing, int number) throws IOException, MalformedException {
        if (rows.rows() > 0) {
            LeftoverPart part = new LeftoverPart(comparing, rows, missing, number, loose, trials);
            part.run();
            repeated |= part.hasRepeatedKeys();
        }
        rows.delete();
    }
}
