package org.trialseal.core.compare;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
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
            AtomicInteger next = new AtomicInteger();
            ParallelWork.run(Collections.nCopies(ParallelWork.threads(), () -> settleParts(missing, next)));
        }
        leftovers.unnamed().visit((number, cursor, fingerprint, batch, row) -> {
            loose.add(number, comparing.cursors().get(cursor), batch, row);
        });
        if (repeated) {
            comparing.note(Code.REPEATED_KEYS);
        }
        if (trials.get() <= 0) {
            comparing.note(Code.TOO_MANY_REPEATED);
        }
    }

    /** Settles one part after the other that nobody else has begun with. */
    private void settleParts(MissingRecords missing, AtomicInteger next) throws IOException, MalformedException {
        PartBuffers buffers = new PartBuffers(comparing);
        for (int part = next.getAndIncrement(); part < leftovers.parts(); part = next.getAndIncrement()) {
            RowSpool rows = leftovers.part(part);
            if (rows.rows() > 0) {
                missing.fill(buffers.index(), part, buffers.match());
                LeftoverPart settling = new LeftoverPart(comparing, rows, buffers, loose, trials);
                settling.run();
                repeated |= settling.hasRepeatedKeys();
            }
            rows.delete();
        }
    }
}
