/**
 * CDISC Dataset-JSON 1.1 as records: {@code .json}, {@code .ndjson} and compressed {@code .dsjc}. Rows are found by a
 * scanner in file order and decoded on any thread, strictly by RFC 8259, so that every number keeps its own text. Uses
 * notary-core's records, the shared search for keys, Jackson's streaming core for the attributes, and the JDK.
 */
@NullMarked
package org.trialseal.importers.datasetjson;

import org.jspecify.annotations.NullMarked;
