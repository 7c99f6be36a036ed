/** Tests of cells and numbers. Use the package and JUnit only. */
@NullMarked
package org.trialseal.core.record;

import org.jspecify.annotations.NullMarked;
