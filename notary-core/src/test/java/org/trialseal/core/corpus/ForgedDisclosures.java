package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecStudy;

/** What vectors of forged disclosures begin with: a small dataset, its largest group, and ways to change bytes. */
abstract class ForgedDisclosures {
    static final Cell TWO = Cell.text("S-02");

    final SpecStudy study = SpecStudy.sample();
    final SpecDataset lb = study.dataset(SpecStudy.LB);
    final int twos = lb.indexOf(TWO);
    final SpecDataset.Group group = lb.groups.get(twos);
    final List<Vector> vectors = new ArrayList<>();

    abstract List<Vector> all();

    final void add(String name, String description, Object... disclosure) {
        vectors.add(Vector.practice("forged-" + name, description, study.show(SpecStudy.LB, cat(disclosure))));
    }

    static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length - 1] ^= 1;
        return flipped;
    }

    static byte[] replace(byte[] in, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + from.length, from, 0, from.length)) {
                return cat(Arrays.copyOf(in, at), to, Arrays.copyOfRange(in, at + from.length, in.length));
            }
        }
        throw new AssertionError("nothing to replace");
    }
}
