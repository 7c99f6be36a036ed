package org.trialseal.app.work.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.core.seal.Statement;

/**
 * A study whose seals this computer keeps.
 *
 * @param seals in the order of their numbers, one copy of each, all of a forked number; never empty
 * @param gaps numbers below the highest one whose evidence folders are not known here
 * @param forks numbers that two different seals of the ledger have, whether both are here or one is only named by the
 *     next: somebody sealed from an old copy
 */
public record KeptStudy(List<KeptSeal> seals, List<Long> gaps, List<Long> forks) {
    public KeptStudy {
        seals = List.copyOf(seals);
        gaps = List.copyOf(gaps);
        forks = List.copyOf(forks);
    }

    /**
     * A seal that lies on this computer.
     *
     * @param anchor how far it is anchored; empty when the proof in the folder cannot be read
     */
    public record KeptSeal(Path folder, Statement statement, Contents contents, Optional<AnchorProgress> anchor) {}

    /** How much a seal holds. */
    public record Contents(long datasets, long logs, long records, long documents) {
        /** Whether it holds records. */
        public boolean hasData() {
            return datasets + logs > 0;
        }
    }

    /** Whether every number up to the highest has one seal, and it is here. */
    public boolean isUnbroken() {
        return gaps.isEmpty() && forks.isEmpty();
    }

    /** The seal with the highest number. */
    public KeptSeal last() {
        return seals.get(seals.size() - 1);
    }

    /** Number of the first seal that holds documents and no data, such as the protocol. */
    public OptionalLong firstDocuments() {
        return seals.stream()
                .filter(seal -> !seal.contents().hasData() && seal.contents().documents() > 0)
                .mapToLong(seal -> seal.statement().place().seal())
                .findFirst();
    }

    /** Number of the first seal that holds data. */
    public OptionalLong firstData() {
        return seals.stream()
                .filter(seal -> seal.contents().hasData())
                .mapToLong(seal -> seal.statement().place().seal())
                .findFirst();
    }
}
