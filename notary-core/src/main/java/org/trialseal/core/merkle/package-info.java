/**
 * Merkle trees of RFC 6962 and RFC 9162 over SHA-256: hashing, streaming roots, inclusion and consistency proofs, and
 * the pair of files from which later proofs are read. Uses only the digest package and the JDK; knows nothing of what a
 * leaf means.
 */
@NullMarked
package org.trialseal.core.merkle;

import org.jspecify.annotations.NullMarked;
