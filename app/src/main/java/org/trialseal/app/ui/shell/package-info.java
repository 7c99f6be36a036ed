/** The window: three doors, the screen that is open, notices, and dropping files anywhere. */
@NullMarked
package org.trialseal.app.ui.shell;

import org.jspecify.annotations.NullMarked;
