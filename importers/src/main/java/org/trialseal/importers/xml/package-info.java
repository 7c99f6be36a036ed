/**
 * How XML from outside is read, whatever the format: as a stream, strictly decoded, with nothing outside the file and within
 * limits. Uses Woodstox, notary-core's records and the JDK.
 */
@NullMarked
package org.trialseal.importers.xml;

import org.jspecify.annotations.NullMarked;
