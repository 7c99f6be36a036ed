/** Benchmarks of single steps: trees, proofs, field commitments. {@code bench/run} measures the whole program. */
@NullMarked
package org.trialseal.bench;

import org.jspecify.annotations.NullMarked;
