/** What the tests of all formats share: files in memory and the folder of sample data. Uses notary-core and the JDK. */
@NullMarked
package org.trialseal.importers.testing;

import org.jspecify.annotations.NullMarked;
