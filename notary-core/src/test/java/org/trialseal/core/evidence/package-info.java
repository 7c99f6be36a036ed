/** Tests of sealing to disk and of what is kept there. */
@NullMarked
package org.trialseal.core.evidence;

import org.jspecify.annotations.NullMarked;
