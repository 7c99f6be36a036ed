/**
 * SAS transport files (XPORT, versions 5 and 8) as records, after SAS's technical notes TS-140 and TS-140-2: 80-byte
 * cards, several members in a file, numbers by their source bytes. Uses notary-core's records, the shared search for
 * keys, and the JDK.
 */
@NullMarked
package org.trialseal.importers.xport;

import org.jspecify.annotations.NullMarked;
