/** Good and bad proof packages, made anew from one seed, with the verdicts of the verifier beside them. */
@NullMarked
package org.trialseal.core.corpus;

import org.jspecify.annotations.NullMarked;
