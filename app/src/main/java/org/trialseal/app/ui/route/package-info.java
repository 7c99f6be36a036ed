/** Where one can be in the desktop, and how to get there. Screens know routes, never each other. */
@NullMarked
package org.trialseal.app.ui.route;

import org.jspecify.annotations.NullMarked;
