/**
 * A strict OpenTimestamps: proofs as immutable values, read within stated limits, built, merged, replayed and written in
 * one canonical form, for the sealing and the verifying side alike. Agrees with python-opentimestamps wherever that
 * accepts a proof within the limits. Uses {@code digest} and Bouncy Castle's RIPEMD-160 and Keccak; opens no file and no
 * socket.
 */
@NullMarked
package org.trialseal.core.ots;

import org.jspecify.annotations.NullMarked;
