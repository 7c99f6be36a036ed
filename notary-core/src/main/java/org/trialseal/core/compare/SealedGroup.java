package org.trialseal.core.compare;

import java.util.Optional;
import org.trialseal.core.seal.GroupKey;

/**
 * One group of a sealed dataset.
 *
 * @param index its place among the dataset's groups
 * @param first place of its first record among all records, group after group
 * @param count number of its records
 * @param key opens its commitments; empty when the secret is not at hand
 */
public record SealedGroup(long index, long first, long count, Optional<GroupKey> key) {}
