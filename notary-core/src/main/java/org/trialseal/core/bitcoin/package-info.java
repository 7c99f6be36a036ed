/**
 * Bitcoin block headers offline: parsing, proof of work, exact retargeting, checkpoints, header runs, and the tiers of
 * trust that follow from them; also what it takes to mine a practice chain. Pure values; reads nothing but the streams
 * it is given and its own checkpoint list, never asks the clock, and uses only {@code digest}.
 */
@NullMarked
package org.trialseal.core.bitcoin;

import org.jspecify.annotations.NullMarked;
