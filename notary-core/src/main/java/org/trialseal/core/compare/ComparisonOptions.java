package org.trialseal.core.compare;

import java.nio.file.Path;
import java.util.Optional;
import org.trialseal.core.prove.SealedData;

/**
 * How to compare.
 *
 * @param onlyGiven whether sealed artifacts for which no file is given are passed over instead of missing
 * @param oldData the data that were sealed, where they are at hand: shows old values
 * @param temporary folder for temporary files, which are encrypted and deleted
 * @param journal takes all differences; then the report lists none
 * @param ordered whether the order of a dataset's records counts
 */
public record ComparisonOptions(
        boolean onlyGiven,
        Optional<SealedData> oldData,
        Path temporary,
        Optional<DifferenceJournal> journal,
        boolean ordered) {
    /** Options without a journal, for records whose order counts. */
    public ComparisonOptions(boolean onlyGiven, Optional<SealedData> oldData, Path temporary) {
        this(onlyGiven, oldData, temporary, Optional.empty(), true);
    }

    /** All sealed artifacts, no old values, temporary files where the platform puts them. */
    public static ComparisonOptions standard() {
        return new ComparisonOptions(false, Optional.empty(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The same, with old values from data at hand. */
    public ComparisonOptions withOldData(SealedData data) {
        return new ComparisonOptions(onlyGiven, Optional.of(data), temporary, journal, ordered);
    }

    /** The same, for the given files alone. */
    public ComparisonOptions onlyWhatIsGiven() {
        return new ComparisonOptions(true, oldData, temporary, journal, ordered);
    }

    /** The same, with all differences written to a journal. */
    public ComparisonOptions into(DifferenceJournal all) {
        return new ComparisonOptions(onlyGiven, oldData, temporary, Optional.of(all), ordered);
    }
}
