/**
 * CDISC Define-XML 2.0 and 2.1: what it says of datasets, and what of that is put beside what their own files say. It is
 * sealed as a document; nothing here changes a value. Uses the xml package, notary-core's records and the JDK.
 */
@NullMarked
package org.trialseal.importers.define;

import org.jspecify.annotations.NullMarked;
