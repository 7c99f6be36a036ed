/** A later copy held against a seal: running the comparison, and its differences kept on disk to be sorted, filtered and exported. */
@NullMarked
package org.trialseal.app.work.compare;

import org.jspecify.annotations.NullMarked;
