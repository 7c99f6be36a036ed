/** What the desktop remembers, and the screen to change it. */
@NullMarked
package org.trialseal.app.ui.settings;

import org.jspecify.annotations.NullMarked;
