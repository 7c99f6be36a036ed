/** Tests of headers, checkpoints and tiers, on real headers and on small chains mined here. */
@NullMarked
package org.trialseal.core.bitcoin;

import org.jspecify.annotations.NullMarked;
