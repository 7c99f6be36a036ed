package org.trialseal.core.proof;

import java.util.List;
import org.trialseal.core.digest.Sha256;

/** Up to 64 neighbouring fields of a record (all of a record of up to 64 columns): the unit that a leaf is made of. */
public sealed interface ShownRun permits ShownRun.Hidden, ShownRun.Open {
    /**
     * A run of a wide record of which nothing is shown.
     *
     * @param hash of its commitments
     */
    record Hidden(Sha256 hash) implements ShownRun {}

    /**
     * A run whose commitments are given or can be computed.
     *
     * @param fields one for each commitment, by column
     */
    record Open(List<ShownField> fields) implements ShownRun {
        public Open {
            fields = List.copyOf(fields);
        }
    }
}
