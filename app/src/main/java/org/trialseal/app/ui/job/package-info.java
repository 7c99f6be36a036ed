/** Work off the interface thread, with progress, pause and cancel. It needs no toolkit: whoever makes it says how to reach the interface thread. */
@NullMarked
package org.trialseal.app.ui.job;

import org.jspecify.annotations.NullMarked;
