/**
 * How the records of a table are told apart, whatever the format: the subject column, and key columns found by
 * well-known names and checked over the whole table in bounded memory. Uses notary-core's records and the JDK.
 */
@NullMarked
package org.trialseal.importers.grouping;

import org.jspecify.annotations.NullMarked;
