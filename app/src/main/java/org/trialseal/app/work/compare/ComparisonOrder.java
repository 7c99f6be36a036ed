package org.trialseal.app.work.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trialseal.core.compare.AllegedValue;

/**
 * What is to be compared, and how.
 *
 * @param seal an evidence folder or a proof package
 * @param later the later copy
 * @param onlyGiven whether sealed artifacts for which no file is given are passed over instead of missing
 * @param values whether datasets are compared by values, across formats, instead of record by record
 * @param practice whether a package on the practice network is accepted
 * @param data the data as they were sealed, where they were kept
 * @param alleged values that sealed records are said to have had
 */
public record ComparisonOrder(
        Path seal,
        List<Path> later,
        boolean onlyGiven,
        boolean values,
        boolean practice,
        List<Path> data,
        List<AllegedValue> alleged) {
    public ComparisonOrder {
        later = List.copyOf(later);
        data = List.copyOf(data);
        alleged = List.copyOf(alleged);
    }

    /** Whether a passphrase is needed: an evidence folder is opened with one, a package is open. */
    public boolean needsPassphrase() {
        return Files.isDirectory(seal);
    }
}
