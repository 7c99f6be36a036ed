/** Tests of making packages: that they verify, that they refuse what they must, and that they hide what they must. */
@NullMarked
package org.trialseal.core.prove;

import org.jspecify.annotations.NullMarked;
