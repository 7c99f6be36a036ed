/** Proofs of existence on their way into a block: asking calendars, upgrading, fetching headers, and what is known of each seal. */
@NullMarked
package org.trialseal.app.work.anchor;

import org.jspecify.annotations.NullMarked;
