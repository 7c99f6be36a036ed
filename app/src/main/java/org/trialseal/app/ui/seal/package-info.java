/** The door Seal: files as they were understood, mended in place; what is sealed and where; sealing; the finished seal. */
@NullMarked
package org.trialseal.app.ui.seal;

import org.jspecify.annotations.NullMarked;
