/**
 * What every file format shares: how an importer is found, described and run. It uses notary-core's records and the
 * JDK; each format lives in a package of its own below this one.
 */
@NullMarked
package org.trialseal.importers;

import org.jspecify.annotations.NullMarked;
