package org.trialseal.core.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.testing.Seeded;

/** All vectors, made anew each time and always the same from one seed. */
final class Corpus {
    private Corpus() {}

    static List<Vector> all() throws OtsException {
        Random random = Seeded.random("corpus");
        List<Vector> vectors = new ArrayList<>();
        vectors.addAll(new HonestVectors(random).all());
        vectors.addAll(new LogVectors().all());
        vectors.addAll(new TimeVectors().all());
        vectors.addAll(new ChainVectors().all());
        vectors.addAll(new ForgedRecords().all());
        vectors.addAll(new ForgedGroups().all());
        vectors.addAll(new ForgedStatements().all());
        vectors.addAll(new ForgedEntries().all());
        vectors.addAll(new SingleFaults().all());
        vectors.addAll(new LimitVectors().all());
        vectors.addAll(new Combinations().all());
        vectors.addAll(new DamagedArchives(random).all());
        vectors.addAll(new MutatedParts(random).all());
        return vectors;
    }
}
