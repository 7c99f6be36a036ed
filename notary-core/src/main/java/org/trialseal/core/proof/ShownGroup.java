package org.trialseal.core.proof;

import java.util.Optional;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;

/**
 * What a disclosure says of a group before its records.
 *
 * @param tag its tag
 * @param subject the identifier; present exactly when the tag key is opened and the dataset is grouped by subject
 * @param place its place in the dataset; present exactly when the subject entries are not listed
 * @param count how many records it has, shown or not
 */
public record ShownGroup(Sha256 tag, Optional<Cell> subject, Optional<TreePlace> place, long count) {}
