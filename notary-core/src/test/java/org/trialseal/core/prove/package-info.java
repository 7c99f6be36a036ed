/** Tests of making packages. */
@NullMarked
package org.trialseal.core.prove;

import org.jspecify.annotations.NullMarked;
