/**
 * What can be wrong with a data file, of whatever format, as codes with values that every face says in its own language. Uses
 * notary-core's phrases only.
 */
@NullMarked
package org.trialseal.importers.fault;

import org.jspecify.annotations.NullMarked;
