/** Tests of the trees against the text of the RFC, public vectors and attacks. */
@NullMarked
package org.trialseal.core.merkle;

import org.jspecify.annotations.NullMarked;
