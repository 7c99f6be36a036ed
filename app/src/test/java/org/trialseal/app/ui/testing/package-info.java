/** What tests of the desktop share: a window in a clean profile, chosen files, work without threads. */
@NullMarked
package org.trialseal.app.ui.testing;

import org.jspecify.annotations.NullMarked;
