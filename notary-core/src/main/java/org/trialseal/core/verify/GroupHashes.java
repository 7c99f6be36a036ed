package org.trialseal.core.verify;

import org.trialseal.core.digest.Sha256;

/**
 * The way from the first record shown of a group to its dataset.
 *
 * @param firstLeaf leaf hash of the first record shown
 * @param root of the tree of the group's records
 * @param subjectEntry leaf hash of the group in the tree of the dataset
 */
public record GroupHashes(Sha256 firstLeaf, Sha256 root, Sha256 subjectEntry) {}
