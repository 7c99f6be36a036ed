/**
 * What a seal is made of, byte for byte as docs/proof-format.md says: keys and salts, field commitments, record leaves,
 * group bodies, tags, entries and the statement. Pure: no files, no network, no clock.
 */
@NullMarked
package org.trialseal.core.seal;

import org.jspecify.annotations.NullMarked;
