package org.trialseal.core.prove;

import org.trialseal.core.digest.Bytes;

/**
 * A record's leaf on its way to what is anchored.
 *
 * @param preimage what the leaf hash is the SHA-256 of
 * @param path from that hash as far as it has come
 */
record StockLeaf(Bytes preimage, StockPath path) {}
