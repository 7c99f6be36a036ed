/** Comparing a later copy with a seal: what is asked, the sentence, and the table of what differs. */
@NullMarked
package org.trialseal.app.ui.compare;

import org.jspecify.annotations.NullMarked;
