/**
 * Delimited text (CSV, TSV and their kin) as records: a scanner that finds whole records and refuses what is malformed,
 * in file order, and Apache Commons CSV, which decodes pieces on any thread. Uses notary-core's records, Commons CSV and
 * the JDK.
 */
@NullMarked
package org.trialseal.importers.csv;

import org.jspecify.annotations.NullMarked;
