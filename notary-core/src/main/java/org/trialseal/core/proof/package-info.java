/**
 * The proof package as bytes: one deterministic ZIP archive, its manifest, the opened entries and commitments, and the
 * disclosures of datasets and documents. Writes and reads exactly what docs/proof-format.md says and judges nothing:
 * whether what was read is true is for the verify package. Streams; opens no file and no socket of its own.
 */
@NullMarked
package org.trialseal.core.proof;

import org.jspecify.annotations.NullMarked;
