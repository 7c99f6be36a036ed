/** Files from outside: choosing them, and deciding by their first bytes what they are. */
@NullMarked
package org.trialseal.app.ui.file;

import org.jspecify.annotations.NullMarked;
