package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/**
 * A block of Bitcoin that a timestamp names, by a way that rests on SHA-256 alone.
 *
 * @param height 0 to 4294967295
 * @param message what the block's Merkle root is to be, in the byte order of the header
 */
public record AttestedBlock(long height, Bytes message) {}
