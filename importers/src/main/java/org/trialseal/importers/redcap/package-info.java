/**
 * What REDCap's exports in delimited text say of themselves: the data dictionary, and the names of columns. Knows names and
 * rows only, no format.
 */
@NullMarked
package org.trialseal.importers.redcap;

import org.jspecify.annotations.NullMarked;
