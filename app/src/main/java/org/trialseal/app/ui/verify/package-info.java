/** The door for those who were given a proof: one file, one sentence, then the checks and their evidence. */
@NullMarked
package org.trialseal.app.ui.verify;

import org.jspecify.annotations.NullMarked;
