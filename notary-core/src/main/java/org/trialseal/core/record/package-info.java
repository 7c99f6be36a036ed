/**
 * Records as they are sealed: typed cells in packed batches, schemas, import settings, and the port through which file
 * formats deliver them. Values are exact: nothing here trims, normalises or converts.
 */
@NullMarked
package org.trialseal.core.record;

import org.jspecify.annotations.NullMarked;
